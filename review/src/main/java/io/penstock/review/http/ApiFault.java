package io.penstock.review.http;

/** The permanent codes of requests that the service refuses by itself; those about tasks are {@code Refusal}'s. */
public enum ApiFault {

    /** Nobody is logged in. */
    NOT_LOGGED_IN(401, "log in first"),
    /** The person's role does not allow it. */
    ROLE_MISSING(403, "your role does not allow this; ask whoever keeps the users"),
    /** A request that changes something does not bring the token of the session. */
    CSRF_REFUSED(403, "the request does not come from the console's own page, or the page is old; load it again"),
    /** The console is called by a name that is not this machine's. */
    HOST_UNKNOWN(403, "without log-in the console answers to localhost only; use http://localhost, or turn log-in on"),
    /** There is no such page, task or file. */
    NOT_FOUND(404, "there is nothing at this address"),
    /** The task is not known any more. */
    TASK_UNKNOWN(404, "this task is not open any more; go on with the next"),
    /** The page's picture is not kept any more. */
    PAGE_GONE(404, "the picture of the page is not kept any more, or can't be shown; the snippet is all there is"),
    /** No document of that id is known. */
    DOCUMENT_UNKNOWN(404, "no document of this id is known: it was never sent, or nothing has happened to it for long"),
    /** A document is larger than the pipeline takes. */
    DOCUMENT_TOO_LARGE(413, "the document is larger than the pipeline takes (record.max.bytes); split it, or scan it coarser"),
    /** The body is no JSON, or not what is asked for. */
    BODY_INVALID(400, "the request is not what this address takes; load the page again"),
    /** The body is too large. */
    BODY_TOO_LARGE(413, "the request is too large"),
    /** The service has just begun. */
    STARTING(503, "the service is starting and reads its tasks; try again in a moment"),
    /** The service failed. */
    SERVICE_FAILED(500, "the service failed, please report it; load the page again");

    private final int status;
    private final String advice;

    ApiFault(int status, String advice) {
        this.status = status;
        this.advice = advice;
    }

    /** Returns the status of the response. */
    int status() {
        return status;
    }

    /** Returns what happened and what to do about it. */
    public String advice() {
        return advice;
    }
}
