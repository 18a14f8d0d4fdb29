/** Relations between the fields of a page (sums), solved together over what each field may hold. */
package io.penstock.sink.decode.relation;
