/** A stand-in for one class that Deeplearning4j looks for under its old name; nothing else may be put here. */
package org.nd4j.nativeblas;
