package io.penstock.sink.assemble;

import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;

/** What a processor of the sink sends on, by the topic it is for. */
public sealed interface Emission {

    /** An emission with the value that goes to its topic. */
    sealed interface Of<V> extends Emission {

        /** Returns the value of the record. */
        V value();
    }

    /** A number, machine's or person's. */
    @SuppressWarnings("JavaLangClash") // the word of the house
    record Number(RecognizedNumber value) implements Of<RecognizedNumber> { }

    /** A question to a person; null: it is asked no more. */
    record Review(ReviewTask value) implements Of<ReviewTask> { }

    /** How a submission has ended. */
    record Result(RecognizedDocument value) implements Of<RecognizedDocument> { }

    /** The bytes of a record that was given up; its headers say why. */
    record Dead(byte[] value) implements Of<byte[]> { }
}
