package io.penstock.isolate;

import java.util.Map;

/** A place where work is done, by one caller at a time. */
interface Host extends AutoCloseable {

    /**
     * Makes work stand on a setup; does nothing where it does already.
     *
     * @throws IsolationException where it cannot be started
     */
    void prepare(Map<String, String> setup);

    /** Works on one input; returns in bounded time. */
    Outcome run(byte[] input);

    /** Returns whether it can take another input. */
    boolean isFit();

    /** Ends it; work that is going on is given up. */
    @Override
    void close();
}
