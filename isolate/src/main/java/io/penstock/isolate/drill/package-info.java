/** Failures on order, for rehearsals and tests. They happen only where the configuration allows them. */
package io.penstock.isolate.drill;
