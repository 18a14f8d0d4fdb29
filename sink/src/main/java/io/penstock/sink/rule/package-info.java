/** What a valid content of a field is and means: kinds, lengths, ranges, check digits, dates. Knows no probabilities and no Kafka. */
package io.penstock.sink.rule;
