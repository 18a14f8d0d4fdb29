package io.penstock.schema.serde;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * A decoder of Avro's binary encoding that believes no length which the record's own bytes cannot hold.
 *
 * <p>Avro's own decoder makes room for as many bytes or items as a length says before it looks for them, so that a record of a few bytes
 * takes all memory. Every item of our records takes a byte at least: an array cannot have more than there are bytes left.
 */
final class BoundedDecoder extends Decoder {

    private static final int LONG_BYTES = 10;
    private static final int INT_BYTES = 5;

    private final ByteBuffer in;

    /** Decodes a record from the position to the limit of {@code in}. */
    BoundedDecoder(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void readNull() {
        // takes no bytes
    }

    @Override
    public boolean readBoolean() throws IOException {
        return next() == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = varint(INT_BYTES);
        if (value != (int) value) {
            throw new IOException("a number is larger than its type");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        return varint(LONG_BYTES);
    }

    private long varint(int most) throws IOException {
        long bits = 0;
        for (int i = 0; i < most; i++) {
            byte next = next();
            bits |= (next & 0x7FL) << 7 * i;
            if (next >= 0) {
                return bits >>> 1 ^ -(bits & 1);
            }
        }
        throw new IOException("a number has no end");
    }

    private byte next() throws IOException {
        need(1);
        return in.get();
    }

    private void need(int bytes) throws IOException {
        if (bytes > in.remaining()) {
            throw new EOFException("the record ends within a value");
        }
    }

    @Override
    public float readFloat() throws IOException {
        need(Float.BYTES);
        return in.getFloat();
    }

    @Override
    public double readDouble() throws IOException {
        need(Double.BYTES);
        return in.getDouble();
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(bytes(length()));
    }

    @Override
    public String readString() throws IOException {
        return new String(bytes(length()), StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws IOException {
        skip(length());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(bytes(length()));
    }

    @Override
    public void skipBytes() throws IOException {
        skip(length());
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        need(length);
        in.get(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        need(length);
        skip(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return items();
    }

    @Override
    public long arrayNext() throws IOException {
        return items();
    }

    @Override
    public long readMapStart() throws IOException {
        return items();
    }

    @Override
    public long mapNext() throws IOException {
        return items();
    }

    @Override
    public long skipArray() throws IOException {
        return skipItems();
    }

    @Override
    public long skipMap() throws IOException {
        return skipItems();
    }

    /** Reads how many items the next block has; a negative number is followed by the block's length in bytes. */
    private int items() throws IOException {
        long count = readLong();
        if (count < 0) {
            readLong();
            count = -count;
        }
        return bounded(count);
    }

    /** Skips blocks that say how many bytes they have; returns the items of the next one that does not, which the caller skips. */
    private long skipItems() throws IOException {
        long count = readLong();
        while (count < 0) {
            skip(bounded(readLong()));
            count = readLong();
        }
        return bounded(count);
    }

    private int length() throws IOException {
        return bounded(readLong());
    }

    private int bounded(long length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw new AvroTypeException("a length of " + length + " where " + in.remaining() + " bytes are left");
        }
        return (int) length;
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private void skip(int length) {
        in.position(in.position() + length);
    }
}
