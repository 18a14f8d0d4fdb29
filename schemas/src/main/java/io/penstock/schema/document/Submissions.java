package io.penstock.schema.document;

import io.penstock.schema.Submission;
import java.time.Duration;

/** Identity and order of submissions. */
public final class Submissions {

    /** How far the clocks of the brokers that lead one partition in turn may be apart. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private Submissions() {
    }

    /** Returns the id of a submission; of one written by a version that had none, its partition and offset. */
    public static String id(Submission submission) {
        return submission.getId().isEmpty() ? submission.getPartition() + "." + submission.getOffset() : submission.getId();
    }

    /** Returns whether two are the same submission. */
    public static boolean same(Submission one, Submission other) {
        return id(one).equals(id(other));
    }

    /**
     * Returns whether one submission of a document came after another: by the time at which the broker took it. In the same partition a
     * higher offset is later even where the clocks of two brokers say otherwise, unless by so much that the topic was made anew.
     */
    public static boolean isLater(Submission one, Submission other) {
        boolean sameLog = one.getTopic().equals(other.getTopic()) && one.getPartition() == other.getPartition();
        boolean further = sameLog && one.getOffset() > other.getOffset();
        return one.getSubmittedAt().isAfter(further ? other.getSubmittedAt().minus(CLOCK_SKEW) : other.getSubmittedAt());
    }
}
