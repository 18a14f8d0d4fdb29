/** Other programs that read numbers, measured on the same pictures. What they are good at otherwise is not judged here. */
package io.penstock.bench.peer;
