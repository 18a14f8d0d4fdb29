/** What is in the digit sets, and what is made of them for training: figures, pictures and one report. Nothing is trained or measured. */
package io.penstock.train.explore;
