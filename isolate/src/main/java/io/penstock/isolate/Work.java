package io.penstock.isolate;

/** What is done with one input after another, by one thread. */
@FunctionalInterface
public interface Work extends AutoCloseable {

    /**
     * Works on one input.
     *
     * @param input what to work on
     * @param parts takes what comes of it, one part after another
     * @throws Refusal   where the input is at fault and it is known why
     * @throws Exception where the work fails in a way that it has no code for
     */
    void run(byte[] input, Parts parts) throws Exception;

    /** Frees what the work holds. */
    @Override
    default void close() {
    }
}
