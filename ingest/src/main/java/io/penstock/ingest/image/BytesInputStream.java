package io.penstock.ingest.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A document in memory as ImageIO reads it. It says how long it is: a reader that does not know takes as much memory as the file claims to
 * hold. Used by one thread.
 */
final class BytesInputStream extends ImageInputStreamImpl {

    private final byte[] bytes;

    /** Reads bytes, which must not change meanwhile. */
    BytesInputStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, to, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
