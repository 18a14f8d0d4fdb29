package io.penstock.app;

import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import io.penstock.schema.Submission;
import java.time.Instant;

/** Recognized numbers for tests. */
public final class Numbers {

    private Numbers() {
    }

    /** Returns a number of a page of a document, to be filled in further. */
    public static RecognizedNumber.Builder number(String document, int page, int pages, int index, int siblings) {
        return RecognizedNumber.newBuilder().setDocument(document).setSubmission(new Submission("documents", 0, 0L, Instant.EPOCH, ""))
            .setPage(page).setPages(pages).setIndex(index).setSiblings(siblings).setField("f" + index).setKind(FieldKind.INTEGER)
            .setText("").setRaw("").setStatus(NumberStatus.REVIEW).setSource(Source.MACHINE).setModel("m").setDecidedAt(Instant.EPOCH);
    }
}
