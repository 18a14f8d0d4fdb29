package io.penstock.classify.engine;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * While open, native code that the calling thread starts stays on that thread: stream threads share the processor already. OpenMP keeps
 * this setting for each thread, so training elsewhere in the process goes on with all cores.
 */
public final class OneThread implements AutoCloseable {

    private final NativeOps natives;
    private final int before;

    /** Keeps native code on the calling thread from now on. */
    public OneThread() {
        Nd4j.getBackend(); // what the holder holds is chosen by this class
        natives = NativeOpsHolder.getInstance().getDeviceNativeOps();
        before = natives.ompGetMaxThreads();
        natives.setOmpNumThreads(1);
    }

    @Override
    public void close() {
        natives.setOmpNumThreads(before);
    }
}
