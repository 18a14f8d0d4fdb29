package io.penstock.review.access;

/** What a person may do in the console. */
public enum Role {
    /** Answers tasks. */
    CLERK,
    /** Decides between people, and sees how the work goes. */
    SUPERVISOR,
    /** Sees what was done, and does nothing. */
    AUDITOR
}
