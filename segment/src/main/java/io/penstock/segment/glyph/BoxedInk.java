package io.penstock.segment.glyph;

import io.penstock.segment.ink.Blob;
import io.penstock.segment.ink.Blobs;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Shape;
import org.opencv.core.Rect;

/** Tells the ink of the character at a box from what reaches into the box from its neighbours, and from specks. */
final class BoxedInk {

    /** Least share of a piece's ink that lies in the box of the character that owns it. */
    private static final double OWN = 0.5;
    /** Least share of the box's ink that a piece needs where most of it lies elsewhere: characters that touch. */
    private static final double MUCH = 0.4;
    /** Greatest share of the box's ink that is a speck. */
    private static final double SPECK = 0.02;

    private final Ink ink;
    private final Blobs blobs;
    private final int left;
    private final int top;
    private final int right;
    private final int bottom;
    private final int[] inside;
    private int total;

    private BoxedInk(Ink ink, Rect box) {
        this.ink = ink;
        this.blobs = Blobs.of(ink);
        this.left = Math.max(0, box.x);
        this.top = Math.max(0, box.y);
        this.right = Math.min(ink.width(), box.x + box.width);
        this.bottom = Math.min(ink.height(), box.y + box.height);
        this.inside = new int[blobs.list().size() + 1];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int label = blobs.labels()[y * ink.width() + x];
                if (label > 0) {
                    inside[label]++;
                    total++;
                }
            }
        }
    }

    /** Returns the character's shape, or null where the box holds no ink. */
    static Shape shape(Ink ink, Rect box) {
        return new BoxedInk(ink, box).shape();
    }

    private Shape shape() {
        boolean[] kept = new boolean[inside.length];
        for (Blob blob : blobs.list()) {
            kept[blob.label()] = belongs(blob);
        }
        return Shape.collect(left, top, right, bottom, ink.width(), i -> kept[blobs.labels()[i]] ? 1 : 0);
    }

    private boolean belongs(Blob blob) {
        int share = inside[blob.label()];
        return share > SPECK * total && (share >= OWN * blob.area() || share >= MUCH * total);
    }
}
