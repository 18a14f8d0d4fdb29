package io.penstock.segment.ink;

import io.penstock.segment.image.MatScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Some pixels of a patch.
 *
 * @param pixels 1 where one is marked, else 0, row by row
 * @param width  width of the patch
 * @param height its height
 */
public record Mask(byte[] pixels, int width, int height) {

    /** Returns it with every pixel that is at most {@code reach} columns and rows away from a marked one. */
    public Mask grown(int reach) {
        try (MatScope mats = new MatScope()) {
            Mat mat = mats.own(new Mat(height, width, CvType.CV_8U));
            mat.put(0, 0, pixels);
            Size size = new Size(2 * reach + 1, 2 * reach + 1);
            Imgproc.dilate(mat, mat, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, size)));
            byte[] grown = new byte[pixels.length];
            mat.get(0, 0, grown);
            return new Mask(grown, width, height);
        }
    }

    /** Returns whether a pixel is marked. */
    public boolean has(int pixel) {
        return pixels[pixel] != 0;
    }
}
