package io.penstock.segment.image;

import org.opencv.core.Core;

/** The native OpenCV library, loaded once on first use. */
final class OpenCv {

    static {
        nu.pattern.OpenCV.loadLocally();
        // pages are read by many threads already: handing parts of one to others costs a tenth more, and the numbering of a page's pieces
        // of ink would hang on how many cores there are
        Core.setNumThreads(1);
    }

    private OpenCv() {
    }

    /** Returns when the library is loaded. */
    static void load() {
        // the static initializer has run
    }
}
