package io.penstock.classify.engine.onednn;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.Pointer;

/**
 * Holds native objects until it is closed, whatever {@link org.bytedeco.javacpp.PointerScope} they were made in; then frees them, the last
 * one first.
 */
final class NativeOwner implements AutoCloseable {

    private final Deque<Pointer> kept = new ArrayDeque<>();

    <P extends Pointer> P keep(P pointer) {
        pointer.retainReference();
        kept.push(pointer);
        return pointer;
    }

    @Override
    public void close() {
        while (!kept.isEmpty()) {
            kept.pop().releaseReference();
        }
    }
}
