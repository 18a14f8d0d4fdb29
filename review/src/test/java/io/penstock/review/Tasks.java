package io.penstock.review;

import io.penstock.schema.Box;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Tasks for tests. */
public final class Tasks {

    /** When the first document came in. */
    public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private Tasks() {
    }

    /** Returns a task about a field of this kind, which the machine is sure of to half. */
    public static ReviewTask.Builder task(String review, FieldKind kind, String text, String value) {
        return ReviewTask.newBuilder().setId(review).setNumber(number(review, kind, text, value).build())
            .setRules(FieldRules.newBuilder().setKind(kind).setFraction(kind == FieldKind.AMOUNT ? 2 : 0).build())
            .setSnippet(ByteBuffer.wrap(new byte[] {1, 2, 3})).setCreatedAt(START);
    }

    /** Returns the number of such a task. */
    public static RecognizedNumber.Builder number(String review, FieldKind kind, String text, String value) {
        String document = review.substring(0, review.indexOf('/'));
        return RecognizedNumber.newBuilder().setDocument(document)
            .setSubmission(new Submission("penstock.documents", 0, 0L, START, "s1")).setPage(1).setPages(1).setIndex(0).setSiblings(1)
            .setForm("card").setField("zip").setKind(kind).setText(text).setRaw(text).setValue(value).setConfidence(0.5)
            .setStatus(NumberStatus.REVIEW).setReasons(List.of("LOW_CONFIDENCE")).setSource(Source.MACHINE).setReview(review).setModel("m")
            .setBox(new Box(10, 20, 100, 40)).setDecidedAt(START);
    }

    /** Returns a task about a ZIP code. */
    public static ReviewTask zip(String review) {
        return task(review, FieldKind.ZIP, "94103", "94103").build();
    }
}
