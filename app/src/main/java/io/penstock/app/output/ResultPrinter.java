package io.penstock.app.output;

import io.penstock.schema.RecognizedNumber;

/** Prints what became of documents. */
public interface ResultPrinter {

    /** Prints one number. */
    void number(RecognizedNumber number);

    /** Prints why a document, or a page of it, could not be handled. */
    void loss(String document, DocumentOutcome.Loss loss);

    /** Prints all of one document. */
    default void document(DocumentOutcome outcome) {
        outcome.numbers().forEach(this::number);
        outcome.losses().forEach(loss -> loss(outcome.document(), loss));
    }
}
