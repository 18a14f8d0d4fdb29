package io.penstock.segment.ink;

import io.penstock.segment.image.MatScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * The connected pieces of an ink mask, eight-connected.
 *
 * @param list   pieces, in no useful order
 * @param labels label of each pixel, row by row; 0 is paper
 * @param width  width of the label image
 */
public record Blobs(List<Blob> list, int[] labels, int width) {

    /** Returns the mean depth of a piece's ink. */
    double meanDepth(Ink ink, Blob blob) {
        double sum = 0;
        for (int y = blob.y(); y < blob.bottom(); y++) {
            for (int x = blob.x(); x < blob.right(); x++) {
                sum += labels[y * width + x] == blob.label() ? ink.depth()[y * width + x] & 0xff : 0;
            }
        }
        return sum / blob.area();
    }

    /** Returns, row by row, 1 where the ink is that of some of the pieces. */
    public byte[] ink(List<Blob> some) {
        boolean[] chosen = new boolean[list.size() + 1];
        some.forEach(blob -> chosen[blob.label()] = true);
        byte[] ink = new byte[labels.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) (chosen[labels[i]] ? 1 : 0);
        }
        return ink;
    }

    /** Returns the ink of a piece. */
    Shape shape(Blob blob) {
        return Shape.collect(blob.x(), blob.y(), blob.right(), blob.bottom(), width, i -> labels[i] == blob.label() ? 1 : 0);
    }

    /** Returns the pieces of some ink. */
    public static Blobs of(Ink ink) {
        return of(ink.mask(), ink.width(), ink.height());
    }

    /** Returns the pieces of a mask: 1 where there is ink, row by row. */
    public static Blobs of(byte[] ink, int width, int height) {
        try (MatScope mats = new MatScope()) {
            Mat mask = mats.own(new Mat(height, width, CvType.CV_8U));
            mask.put(0, 0, ink);
            Mat labels = mats.mat();
            Mat stats = mats.mat();
            Mat centroids = mats.mat();
            int count = Imgproc.connectedComponentsWithStats(mask, labels, stats, centroids, 8, CvType.CV_32S);
            int[] labelled = new int[width * height];
            labels.get(0, 0, labelled);
            int[] row = new int[5];
            List<Blob> blobs = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                stats.get(i, 0, row);
                blobs.add(new Blob(i, row[0], row[1], row[2], row[3], row[4]));
            }
            return new Blobs(blobs, labelled, width);
        }
    }
}
