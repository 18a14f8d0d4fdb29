package io.penstock.segment.field;

import org.opencv.core.Rect;

/** Tells the ink of the character at a box from what reaches into the box from elsewhere. */
final class BoxedInk {

    /** Least share of a piece's ink that lies in the box of the character that owns it. */
    private static final double OWN = 0.5;
    /** Least share of the box's ink that a piece needs where most of it lies elsewhere: characters that touch. */
    private static final double MUCH = Double.parseDouble(System.getProperty("much","0.3"));
    /** Greatest share of the box's ink that is a speck. */
    private static final double SPECK = Double.parseDouble(System.getProperty("speck","0.02"));

    private BoxedInk() {
    }

    /** Returns the character's shape, or null where the box holds no ink. */
    static Shape shape(Ink ink, Rect box) {
        int left = Math.max(0, box.x);
        int top = Math.max(0, box.y);
        int right = Math.min(ink.width(), box.x + box.width);
        int bottom = Math.min(ink.height(), box.y + box.height);
        Blobs blobs = Blobs.of(ink);
        int[] inside = new int[blobs.list().size() + 1];
        int total = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int label = blobs.labels()[y * ink.width() + x];
                if (label > 0) {
                    inside[label]++;
                    total++;
                }
            }
        }
        boolean[] keep = new boolean[inside.length];
        for (Blob blob : blobs.list()) {
            int in = inside[blob.label()];
            boolean own = in >= OWN * blob.area();
            keep[blob.label()] = in > SPECK * total && (own || in >= MUCH * total);
        }
        return Shape.collect(left, top, right, bottom, ink.width(), i -> keep[blobs.labels()[i]] ? 1 : 0);
    }
}
