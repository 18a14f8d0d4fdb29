package io.penstock.isolate;

import java.io.IOException;

/** Where work puts what comes of one input; each part begins a new step, with time of its own. */
@FunctionalInterface
public interface Parts {

    /** Takes the next part. */
    void add(byte[] part) throws IOException;
}
