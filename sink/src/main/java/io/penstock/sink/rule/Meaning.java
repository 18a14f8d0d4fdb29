package io.penstock.sink.rule;

/** What a string of digits means under the rules of a field: a typed value, or the rule that it breaks. */
public sealed interface Meaning {

    /**
     * A valid content.
     *
     * @param value canonical text form: integer without leading zeros, decimal, ISO date, or the digits themselves
     */
    record Valid(String value) implements Meaning { }

    /**
     * An invalid content.
     *
     * @param reason the first rule that is broken
     */
    record Invalid(Reason reason) implements Meaning { }
}
