package io.penstock.review.lease;

/** The permanent codes of requests about tasks that are refused. */
public enum Refusal {

    /** The time of the lease is over: somebody else may take the task, or has. */
    LEASE_EXPIRED("the time for this task is over, so nothing was taken; take it again, or go on with the next"),
    /** No lease of that id is in force for whoever asks: it never was, was given back, or another began since. */
    LEASE_UNKNOWN("this lease is not yours, or no longer in force, so nothing was taken; take the task again, or go on with the next"),
    /** The task is not open: it was answered, its document was submitted again or has ended, or it never was. */
    TASK_CLOSED("the task is not open any more: it was answered, or its document has ended or was submitted again; go on with the next"),
    /** Somebody has a lease on the task. */
    TASK_TAKEN("somebody works on this task; go on with another"),
    /** Whoever asks gave one of the answers that another person must confirm. */
    TASK_KEYED_BEFORE("you answered this task before, and another person must confirm it; go on with another"),
    /** The answer cannot be corrected by whoever asks: it is another person's, too old, or confirmed by another person. */
    UNDO_TOO_LATE("this answer can't be taken back: it is not yours, too old, or another person has confirmed it; tell a supervisor"),
    /** The answer may mean more than one number. */
    ANSWER_UNCLEAR("the answer may mean more than one number, so it was not taken; type the point"),
    /** The request does not say what it must. */
    REQUEST_INVALID("the request is not complete: an answer needs an outcome, and digits where the outcome is TEXT; send it again");

    private final String advice;

    Refusal(String advice) {
        this.advice = advice;
    }

    /** Returns what happened and what to do about it. */
    public String advice() {
        return advice;
    }
}
