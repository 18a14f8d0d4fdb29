package io.penstock.train.data;

import io.penstock.train.data.DataSetException.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * One file in the IDX format of MNIST, gzipped or plain: a big-endian header and unsigned bytes.
 *
 * @param path    where it was read from
 * @param content all bytes, unpacked
 */
public record IdxFile(Path path, byte[] content) {

    private static final int LABELS = 0x0801;
    private static final int IMAGES = 0x0803;
    private static final int SIDE = 28;

    /** Reads a file, unpacking it where its first two bytes are gzip's. */
    public static IdxFile read(Path path) {
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(path)))) {
            return new IdxFile(path, in.readAllBytes());
        } catch (IOException e) {
            throw new DataSetException(Code.NOT_FOUND, path + " cannot be read (" + e + "); give a readable IDX file");
        }
    }

    /** Reads a pair of files as labelled digits. */
    public static DigitSet digits(Path images, Path labels) {
        return new DigitSet(read(images).images(), read(labels).labels());
    }

    /** Returns the 28 by 28 images in this file. */
    public byte[][] images() {
        int count = count(IMAGES, "images", 16);
        ByteBuffer header = ByteBuffer.wrap(content);
        if (header.getInt(8) != SIDE || header.getInt(12) != SIDE) {
            throw new DataSetException(Code.WRONG_SIZE, path + " has images of " + header.getInt(8) + " by " + header.getInt(12)
                + "; Penstock reads 28 by 28");
        }
        checkLength(16 + (long) count * DigitSet.PIXELS);
        byte[][] images = new byte[count][];
        for (int i = 0; i < count; i++) {
            int from = 16 + i * DigitSet.PIXELS;
            images[i] = Arrays.copyOfRange(content, from, from + DigitSet.PIXELS);
        }
        return images;
    }

    /** Returns the labels in this file, each 0 to 9. */
    public byte[] labels() {
        int count = count(LABELS, "labels", 8);
        checkLength(8 + (long) count);
        byte[] labels = Arrays.copyOfRange(content, 8, content.length);
        for (int i = 0; i < count; i++) {
            if (labels[i] < 0 || labels[i] > 9) {
                throw new DataSetException(Code.WRONG_LABEL, path + " has label " + (labels[i] & 0xff) + " at " + i + "; labels are 0 to 9");
            }
        }
        return labels;
    }

    /** Returns the MD5 of the unpacked bytes, in lower-case hex: MNIST's files are known by it. */
    public String md5() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }

    private int count(int magic, String what, int header) {
        if (content.length < header || ByteBuffer.wrap(content).getInt(0) != magic) {
            throw new DataSetException(Code.NOT_IDX, path + " is not an IDX file of " + what + String.format(" (it must begin %08x)", magic));
        }
        return ByteBuffer.wrap(content).getInt(4);
    }

    private void checkLength(long expected) {
        if (content.length != expected) {
            throw new DataSetException(Code.WRONG_LENGTH, path + " has " + content.length + " bytes unpacked, its header announces "
                + expected + ": fetch it again");
        }
    }
}
