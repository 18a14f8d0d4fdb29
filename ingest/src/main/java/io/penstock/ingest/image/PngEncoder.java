package io.penstock.ingest.image;

import io.penstock.ingest.page.PageImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pixels as PNG, made for speed: one fixed filter and the fastest compression.
 *
 * <p>The JDK's writer tries all five filters on each row and takes several times as long; pages live for seconds and are read once.
 */
public final class PngEncoder {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BUFFER = 1 << 16;
    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_UP = 2;

    private PngEncoder() {
    }

    /** Returns the PNG of an image: grey of 1 or 8 bits, or RGB of 8. */
    public static ByteBuffer encode(Pixels pixels) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(BUFFER);
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height())
            .put((byte) pixels.depth()).put((byte) (pixels.channels() == 1 ? 0 : 2)).array());
        chunk(png, "IDAT", compress(pixels));
        chunk(png, "IEND", new byte[0]);
        return ByteBuffer.wrap(png.toByteArray());
    }

    /** Returns an image as a page. */
    public static PageImage page(Pixels pixels, OptionalDouble dpi, int rotation) {
        return new PageImage(dpi, rotation, PageImage.PNG, pixels.width(), pixels.height(), encode(pixels));
    }

    private static byte[] compress(Pixels pixels) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER);
        try (OutputStream out = new DeflaterOutputStream(compressed, deflater, BUFFER)) {
            filter(pixels, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    private static void filter(Pixels pixels, OutputStream out) throws IOException {
        int stride = pixels.stride();
        byte[] rows = pixels.rows();
        byte[] line = new byte[stride + 1];
        for (int y = 0; y < pixels.height(); y++) {
            int start = y * stride;
            if (y == 0 || pixels.depth() < 8) {
                line[0] = FILTER_NONE;
                System.arraycopy(rows, start, line, 1, stride);
            } else {
                line[0] = FILTER_UP;
                for (int i = 0; i < stride; i++) {
                    line[i + 1] = (byte) (rows[start + i] - rows[start + i - stride]);
                }
            }
            out.write(line);
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
