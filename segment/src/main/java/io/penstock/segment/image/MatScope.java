package io.penstock.segment.image;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** The owner of the matrices that one computation makes: closing it releases their native memory. Not thread-safe. */
public final class MatScope implements AutoCloseable {

    static {
        OpenCv.load();
    }

    private final List<Mat> mats = new ArrayList<>();

    /** Returns a new, empty matrix that this scope owns. */
    public Mat mat() {
        return own(new Mat());
    }

    /** Takes ownership of a matrix and returns it. */
    public <M extends Mat> M own(M mat) {
        mats.add(mat);
        return mat;
    }

    @Override
    public void close() {
        mats.forEach(Mat::release);
        mats.clear();
    }
}
