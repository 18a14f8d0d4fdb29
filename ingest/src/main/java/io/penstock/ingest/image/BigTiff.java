package io.penstock.ingest.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A BigTIFF, whose offsets have 64 bits, told as an ordinary TIFF, which the decoder knows: no document is so large that 32 would not do.
 *
 * <p>The pixels stay where they are; directories of the ordinary kind are added behind them.
 */
final class BigTiff {

    private static final int VERSION = 43;
    private static final int HEADER = 16;
    private static final int ENTRY = 20;
    private static final int LONG = 4;
    private static final int LONG8 = 16;
    private static final int SLONG8 = 17;
    /** Bytes of a value of each type; 0 for types that do not exist and for pointers to further directories, which no page needs. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 0, 0, 0, 8, 8};
    private static final Set<Integer> POINTERS = Set.of(330, 34665, 34853, 40965);

    private final ByteBuffer source;
    private final ByteArrayOutputStream added = new ByteArrayOutputStream();

    private BigTiff(byte[] document) {
        source = ByteBuffer.wrap(document).order(document[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Returns whether a TIFF is of this kind. */
    static boolean is(byte[] tiff) {
        return tiff.length >= HEADER && (tiff[0] == 'I' ? tiff[2] : tiff[3]) == VERSION;
    }

    /**
     * Returns the same images as an ordinary TIFF.
     *
     * @throws IOException where its directories are damaged
     */
    static byte[] ordinary(byte[] document) throws IOException {
        return new BigTiff(document).converted();
    }

    private byte[] converted() throws IOException {
        List<byte[]> directories = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        pad();
        long next = source.getLong(8);
        while (next != 0) {
            int at = within(next, 8);
            if (!seen.add(at)) {
                throw new IOException("the BigTIFF's directories go round in a circle");
            }
            long entries = source.getLong(at);
            if (entries < 1 || entries > 0xFFFF) {
                throw new IOException("a directory of the BigTIFF claims " + entries + " entries");
            }
            next = source.getLong(within(at + 8 + entries * ENTRY, 8));
            byte[] directory = directory(at + 8, (int) entries);
            places.add(end());
            directories.add(directory);
            add(new byte[directory.length]);
        }
        return joined(directories, places);
    }

    private byte[] joined(List<byte[]> directories, List<Integer> places) {
        ByteBuffer whole = ByteBuffer.allocate(end()).order(source.order());
        whole.put(source.duplicate().rewind()).put(added.toByteArray());
        whole.putShort(2, (short) 42).putInt(4, places.isEmpty() ? 0 : places.get(0));
        for (int i = 0; i < directories.size(); i++) {
            whole.put(places.get(i), directories.get(i));
            whole.putInt(places.get(i) + directories.get(i).length - 4, i + 1 < places.size() ? places.get(i + 1) : 0);
        }
        return whole.array();
    }

    /** Returns a directory of the ordinary kind; its link to the next one is left open. */
    private byte[] directory(int at, int entries) throws IOException {
        ByteBuffer directory = ByteBuffer.allocate(2 + 12 * entries + 4).order(source.order());
        int kept = 0;
        directory.position(2);
        for (int i = 0; i < entries; i++) {
            kept += entry(at + i * ENTRY, directory) ? 1 : 0;
        }
        directory.putShort(0, (short) kept).putInt(0);
        byte[] bytes = new byte[directory.position()];
        directory.get(0, bytes);
        return bytes;
    }

    private boolean entry(int at, ByteBuffer directory) throws IOException {
        int tag = source.getShort(at) & 0xFFFF;
        int type = source.getShort(at + 2) & 0xFFFF;
        long count = source.getLong(at + 4);
        if (type >= SIZES.length || SIZES[type] == 0 || POINTERS.contains(tag)) {
            return false;
        }
        if (count < 0 || count > source.capacity()) {
            throw new IOException("tag " + tag + " of the BigTIFF claims " + count + " values");
        }
        boolean wide = type == LONG8 || type == SLONG8;
        long size = count * SIZES[type];
        int values = size <= 8 ? at + 12 : within(source.getLong(at + 12), size);
        directory.putShort((short) tag).putShort((short) (wide ? LONG : type)).putInt((int) count);
        byte[] value = wide ? narrowed(values, (int) count) : copied(values, (int) Math.min(size, 8));
        if (value.length <= 4) {
            directory.put(value).put(new byte[4 - value.length]);
        } else if (!wide && size > 8) {
            directory.putInt(values);
        } else {
            directory.putInt(end());
            add(value);
        }
        return true;
    }

    private byte[] copied(int at, int size) {
        byte[] copy = new byte[size];
        source.get(at, copy);
        return copy;
    }

    private byte[] narrowed(int at, int count) throws IOException {
        ByteBuffer narrow = ByteBuffer.allocate(count * 4).order(source.order());
        for (int i = 0; i < count; i++) {
            long value = source.getLong(at + i * 8);
            if (value < 0 || value > 0xFFFFFFFFL) {
                throw new IOException("the BigTIFF points beyond its end");
            }
            narrow.putInt((int) value);
        }
        return narrow.array();
    }

    /** All that is added is smaller than what it stands for, unless directories overlap, which is damage. */
    private void add(byte[] bytes) throws IOException {
        added.writeBytes(bytes);
        pad();
        if (added.size() > source.capacity() + ENTRY) {
            throw new IOException("the BigTIFF's directories overlap");
        }
    }

    private void pad() {
        if (end() % 2 == 1) {
            added.write(0);
        }
    }

    private int end() {
        return source.capacity() + added.size();
    }

    private int within(long at, long size) throws IOException {
        if (at < HEADER || size > source.capacity() || at > source.capacity() - size) {
            throw new IOException("the BigTIFF points beyond its end");
        }
        return (int) at;
    }
}
