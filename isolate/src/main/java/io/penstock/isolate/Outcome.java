package io.penstock.isolate;

import java.util.List;

/** What became of one input. */
public sealed interface Outcome {

    /**
     * The work was done.
     *
     * @param parts what came of it, in order
     */
    record Done(List<byte[]> parts) implements Outcome {

        /** Keeps its own copy of the list. */
        public Done {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The work says that the input is at fault.
     *
     * @param code    permanent code
     * @param message what was found and what to do about it
     */
    record Refused(String code, String message) implements Outcome {
    }

    /**
     * The work did not come to an end of its own.
     *
     * @param failure how it failed
     * @param message what is known
     */
    record Failed(Failure failure, String message) implements Outcome {
    }

    /** How work fails. */
    enum Failure {
        /** A step took longer than allowed: it was given up. */
        TIMEOUT,
        /** Memory ran out, or more was taken than allowed. */
        OUT_OF_MEMORY,
        /** The process that worked died. */
        CRASHED,
        /** The work threw an exception or error that it has no code for: a defect. */
        BROKEN
    }
}
