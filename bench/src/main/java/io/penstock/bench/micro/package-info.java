/** JMH benchmarks of the class that does the work of each stage. Nothing here starts a broker. */
package io.penstock.bench.micro;
