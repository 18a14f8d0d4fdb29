package io.penstock.app.corrections;

import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.sink.rule.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A line of truth about one cut-out, in the words of {@link io.penstock.app.evaluate.Truth}. Names of documents stand in no name of a file.
 *
 * @param file     the picture, below the folder of the truth
 * @param document stands for the document: cut-outs of one document are no independent trials
 * @param kind     kind of the field, in lower case
 * @param field    name of the field
 * @param written  what is written: digits, {@code _} nothing, {@code ?} what a person can't read
 * @param value    digits, of amounts with their decimal point; empty where nothing can be read
 * @param copy     which of the page's forms it is of, from 1
 */
record Label(String file, String document, String kind, String field, String written, String value, int copy) {

    /** Folder of the cut-outs. */
    static final String CUT_OUTS = "cut-outs";

    private static final Set<String> OF_EMPTY = Set.of(Reason.REQUIRED_EMPTY.name(), Reason.QUALITY_SAMPLE.name(),
        Reason.QUALITY_SAMPLE_MISREAD.name());
    private static final int NAME_LENGTH = 20;

    /** Returns the label that a person's number gives its picture; empty where it says nothing certain about the picture. */
    static Optional<Label> of(RecognizedNumber number) {
        boolean amount = number.getKind() == FieldKind.AMOUNT;
        if (number.getField() == null || number.getBox() == null || number.getKind() == FieldKind.UNKNOWN) {
            return Optional.empty();
        }
        if (number.getStatus() == NumberStatus.EMPTY) {
            boolean illegible = number.getReasons().contains(Reason.ILLEGIBLE.name());
            return illegible || OF_EMPTY.containsAll(number.getReasons()) ? Optional.of(of(number, illegible ? "?" : "_", ""))
                : Optional.empty();
        }
        // an amount against its rules has no value: its digits alone do not say where the cents begin
        String value = amount ? number.getValue() : number.getText();
        return number.getStatus() != NumberStatus.ACCEPTED || value == null ? Optional.empty()
            : Optional.of(of(number, number.getText(), value));
    }

    private static Label of(RecognizedNumber number, String written, String value) {
        return new Label(CUT_OUTS + "/" + digest(number.getReview()) + ".png", digest(number.getDocument()),
            number.getKind().name().toLowerCase(Locale.ROOT), number.getField(), written, value, number.getCopy());
    }

    /** Returns the same about another picture. */
    Label in(String picture) {
        return new Label(picture, document, kind, field, written, value, copy);
    }

    /** Returns a name that says nothing and is always the same. */
    static String digest(String of) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
