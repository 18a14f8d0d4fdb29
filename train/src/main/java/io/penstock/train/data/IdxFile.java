package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import io.penstock.synth.digit.DigitSet;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file in the IDX format of MNIST, gzipped or plain: a big-endian header and unsigned bytes.
 *
 * @param path    where it was read from
 * @param content all bytes, unpacked: as many as its header announces
 */
public record IdxFile(Path path, byte[] content) {

    private static final int LABELS = 0x0801;
    private static final int IMAGES = 0x0803;
    private static final int LABELS_HEADER = 8;
    private static final int IMAGES_HEADER = 16;
    private static final int SIDE = 28;
    /** A million digits: seventeen times MNIST. */
    private static final long GREATEST = IMAGES_HEADER + 1_000_000L * DigitSet.PIXELS;

    /**
     * Reads a file of images or labels, unpacking it where its first two bytes are gzip's. No more is read than its header announces.
     *
     * @throws DataSetException where it is no such file, ends early, goes on too long, or announces more than a million digits
     */
    public static IdxFile read(Path path) {
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(path)))) {
            return new IdxFile(path, whole(path, in));
        } catch (EOFException e) {
            throw new DataSetException(Code.WRONG_LENGTH, path + " ends in the middle of its gzip stream: fetch it again");
        } catch (ZipException e) {
            throw new DataSetException(Code.DAMAGED, path + " is damaged gzip (" + e.getMessage() + "): fetch it again");
        } catch (IOException e) {
            throw new DataSetException(Code.NOT_FOUND, path + " cannot be read (" + e + "); give a readable IDX file");
        }
    }

    /** Reads a pair of files as labelled digits. */
    public static DigitSet digits(Path images, Path labels) {
        return new DigitSet(read(images).images(), read(labels).labels());
    }

    /**
     * Writes labelled digits as a pair of plain files.
     *
     * @throws IOException where a file cannot be written
     */
    public static void write(DigitSet digits, Path images, Path labels) throws IOException {
        try (OutputStream out = Files.newOutputStream(images)) {
            out.write(ByteBuffer.allocate(IMAGES_HEADER).putInt(IMAGES).putInt(digits.size()).putInt(SIDE).putInt(SIDE).array());
            for (byte[] image : digits.images()) {
                out.write(image);
            }
        }
        try (OutputStream out = Files.newOutputStream(labels)) {
            out.write(ByteBuffer.allocate(LABELS_HEADER).putInt(LABELS).putInt(digits.size()).array());
            out.write(digits.labels());
        }
    }

    /** Returns the 28 by 28 images in this file. */
    public byte[][] images() {
        int count = count(IMAGES, "images");
        ByteBuffer header = ByteBuffer.wrap(content);
        if (header.getInt(8) != SIDE || header.getInt(12) != SIDE) {
            throw new DataSetException(Code.WRONG_SIZE, path + " has images of " + header.getInt(8) + " by " + header.getInt(12)
                + "; Penstock reads 28 by 28");
        }
        byte[][] images = new byte[count][];
        for (int i = 0; i < count; i++) {
            int from = IMAGES_HEADER + i * DigitSet.PIXELS;
            images[i] = Arrays.copyOfRange(content, from, from + DigitSet.PIXELS);
        }
        return images;
    }

    /** Returns the labels in this file, each 0 to 9. */
    public byte[] labels() {
        int count = count(LABELS, "labels");
        byte[] labels = Arrays.copyOfRange(content, LABELS_HEADER, content.length);
        for (int i = 0; i < count; i++) {
            if (labels[i] < 0 || labels[i] > 9) {
                throw new DataSetException(Code.WRONG_LABEL, path + " has label " + (labels[i] & 0xff) + " at " + i
                    + "; labels are 0 to 9");
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
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** Reads the header, then what it announces: a file that lies about its length, or a gzip bomb, takes no more memory than that. */
    private static byte[] whole(Path path, InputStream in) throws IOException {
        byte[] start = in.readNBytes(LABELS_HEADER);
        int magic = start.length < LABELS_HEADER ? 0 : ByteBuffer.wrap(start).getInt();
        if (magic != LABELS && magic != IMAGES) {
            throw new DataSetException(Code.NOT_IDX, path + " is no IDX file of images or labels: it must begin 00000803 or 00000801, not "
                + HexFormat.of().formatHex(start, 0, Math.min(4, start.length)));
        }
        byte[] header = magic == LABELS ? start : joined(start, in.readNBytes(IMAGES_HEADER - LABELS_HEADER));
        long announced = announced(path, header, magic);
        byte[] body = in.readNBytes((int) Math.min(Integer.MAX_VALUE, announced - header.length));
        if (header.length + (long) body.length < announced || in.read() >= 0) {
            throw new DataSetException(Code.WRONG_LENGTH, path + " has " + (header.length + (long) body.length < announced
                ? header.length + body.length : "more than " + announced) + " bytes unpacked, its header announces " + announced
                + ": fetch it again");
        }
        return joined(header, body);
    }

    private static long announced(Path path, byte[] header, int magic) {
        if (magic == IMAGES && header.length < IMAGES_HEADER) {
            throw new DataSetException(Code.WRONG_LENGTH, path + " ends in its header, after " + header.length + " bytes: fetch it again");
        }
        ByteBuffer numbers = ByteBuffer.wrap(header, 4, header.length - 4);
        double bytes = header.length;
        double product = 1;
        while (numbers.hasRemaining()) {
            product *= Integer.toUnsignedLong(numbers.getInt());
        }
        bytes += product;
        if (bytes > GREATEST) {
            throw new DataSetException(Code.TOO_LARGE, String.format(Locale.ROOT, "%s announces %.0f bytes; Penstock reads up to %d, "
                + "a million digits: divide it", path, bytes, GREATEST));
        }
        return (long) bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private int count(int magic, String what) {
        if (ByteBuffer.wrap(content).getInt(0) != magic) {
            throw new DataSetException(Code.NOT_IDX, path + " is not an IDX file of " + what
                + String.format(Locale.ROOT, " (it must begin %08x)", magic));
        }
        return ByteBuffer.wrap(content).getInt(4);
    }
}
