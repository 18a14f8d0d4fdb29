package io.penstock.ingest.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The chain of a TIFF's directories, each with the places of its pixels. */
public final class TiffChain {

    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;

    private final ByteBuffer tiff;

    private TiffChain(byte[] tiff) {
        this.tiff = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Returns whether there is a directory, and all of them and their pixels lie inside the file. */
    public static boolean isWhole(byte[] tiff) {
        try {
            return new TiffChain(BigTiff.is(tiff) ? BigTiff.ordinary(tiff) : tiff).isWhole();
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean isWhole() {
        Set<Long> seen = new HashSet<>();
        long next = tiff.getInt(4) & 0xFFFFFFFFL;
        while (next != 0 && seen.add(next)) {
            int at = Math.toIntExact(Math.min(next, Integer.MAX_VALUE));
            int entries = tiff.getShort(at) & 0xFFFF;
            if (!holdsPixels(at + 2, entries)) {
                return false;
            }
            next = tiff.getInt(at + 2 + entries * ENTRY) & 0xFFFFFFFFL;
        }
        return !seen.isEmpty();
    }

    private boolean holdsPixels(int first, int entries) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = first; at < first + entries * ENTRY; at += ENTRY) {
            places.put(tiff.getShort(at) & 0xFFFF, at);
        }
        return areInside(places.get(STRIP_OFFSETS), places.get(STRIP_BYTES)) && areInside(places.get(TILE_OFFSETS), places.get(TILE_BYTES));
    }

    private boolean areInside(Integer offsets, Integer sizes) {
        if (offsets == null || sizes == null) {
            return true;
        }
        int count = Math.min(tiff.getInt(offsets + 4), tiff.getInt(sizes + 4));
        for (int i = 0; i < count; i++) {
            if (value(offsets, i) + value(sizes, i) > tiff.capacity()) {
                return false;
            }
        }
        return true;
    }

    /** Returns one of an entry's values; other types than these mean nothing here. */
    private long value(int entry, int index) {
        int type = tiff.getShort(entry + 2);
        int each = type == SHORT ? 2 : 4;
        int count = tiff.getInt(entry + 4);
        int at = (long) count * each <= 4 ? entry + 8 : tiff.getInt(entry + 8);
        return switch (type) {
            case SHORT -> tiff.getShort(at + index * 2) & 0xFFFF;
            case LONG -> tiff.getInt(at + index * 4) & 0xFFFFFFFFL;
            default -> 0;
        };
    }
}
