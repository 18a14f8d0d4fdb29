package io.penstock.synth.font;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A web font of WOFF's first version: TrueType or OpenType whose tables are deflated one by one. */
final class Woff {

    /** First four bytes of such a file, big-endian. */
    static final int SIGNATURE = 0x774F4646;

    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int PLAIN_HEADER = 12;
    private static final int PLAIN_ENTRY = 16;
    private static final int GREATEST = 64 << 20;

    private Woff() {
    }

    /**
     * Returns the font as TrueType or OpenType has it.
     *
     * @throws IOException where it is broken, or larger than 64 MiB
     */
    static byte[] unpack(byte[] woff) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(woff);
            int tables = in.getShort(12) & 0xffff;
            ByteBuffer out = ByteBuffer.allocate(size(in, tables));
            int power = Integer.highestOneBit(Math.max(1, tables));
            out.putInt(in.getInt(4)).putShort((short) tables).putShort((short) (16 * power))
                .putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (tables - power)));
            int at = PLAIN_HEADER + tables * PLAIN_ENTRY;
            for (int table = 0; table < tables; table++) {
                int entry = HEADER + table * ENTRY;
                int length = in.getInt(entry + 12);
                out.putInt(in.getInt(entry)).putInt(in.getInt(entry + 16)).putInt(at).putInt(length);
                inflate(woff, in.getInt(entry + 4), in.getInt(entry + 8), out.array(), at, length);
                at += padded(length);
            }
            return out.array();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException e) {
            throw new IOException("its tables are broken: " + e, e);
        }
    }

    private static int size(ByteBuffer in, int tables) throws IOException {
        long size = PLAIN_HEADER + (long) tables * PLAIN_ENTRY;
        for (int table = 0; table < tables; table++) {
            size += padded(Math.max(0, in.getInt(HEADER + table * ENTRY + 12)));
        }
        if (size > GREATEST) {
            throw new IOException("it announces " + size + " bytes");
        }
        return (int) size;
    }

    private static void inflate(byte[] from, int offset, int packed, byte[] to, int at, int length) throws DataFormatException {
        if (packed == length) {
            System.arraycopy(from, offset, to, at, length);
            return;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(from, offset, packed);
            if (inflater.inflate(to, at, length) != length) {
                throw new DataFormatException("a table is shorter than announced");
            }
        } finally {
            inflater.end();
        }
    }

    private static long padded(long length) {
        return (length + 3) / 4 * 4;
    }

    private static int padded(int length) {
        return (int) padded((long) length);
    }
}
