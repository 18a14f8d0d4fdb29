/** Drill documents: scans that order a failure, for rehearsals and tests. What they order is done by {@code io.penstock.isolate.drill}. */
package io.penstock.app.drill;
