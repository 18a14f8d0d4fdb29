package io.penstock.isolate;

import io.penstock.isolate.Outcome.Failed;
import io.penstock.isolate.Outcome.Failure;
import java.time.Duration;

/** What is said about work that failed, short enough for a header. */
final class Words {

    private static final int MOST = 500;

    private Words() {
    }

    /** Returns a cause in one line. */
    static String of(Throwable cause) {
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName()
            : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    /** Returns the failure of a step that took too long. */
    static Failed timeout(Duration step) {
        return new Failed(Failure.TIMEOUT, "not done within " + step.toSeconds() + " seconds");
    }
}
