package io.penstock.segment.image;

/** The native OpenCV library, loaded once on first use. */
final class OpenCv {

    static {
        nu.pattern.OpenCV.loadLocally();
    }

    private OpenCv() {
    }

    /** Returns when the library is loaded. */
    static void load() {
        // the static initializer has run
    }
}
