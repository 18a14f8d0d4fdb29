package org.nd4j.nativeblas;

/**
 * The name under which Deeplearning4j 1.0.0-M2.1 looks for the native CPU backend; the backend itself has moved to another package.
 *
 * <p>{@code BaseMKLDNNHelper} loads {@code org.nd4j.nativeblas.Nd4jCpu$Environment} by reflection and switches the oneDNN layers off
 * where it is missing, which makes a convolution network slower by a factor of nine to sixteen. This class gives it what it asks for.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {
    }

    /** Answers whether the native library was built with oneDNN, by asking the backend where it lives now. */
    public static final class Environment {

        private final org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment moved;

        private Environment(org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment moved) {
            this.moved = moved;
        }

        /** Returns the environment of the loaded native library; called by reflection. */
        public static Environment getInstance() {
            return new Environment(org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance());
        }

        /** Returns whether oneDNN is built in and switched on; called by reflection. */
        public boolean isUseMKLDNN() {
            return moved.isUseONEDNN();
        }
    }
}
