package io.penstock.ingest.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.Raster;

/**
 * Decoded pixels as rows of bytes, laid out as PNG wants them.
 *
 * @param width    pixels
 * @param height   pixels
 * @param depth    bits per sample: 1 (grey only, 0 is black, first pixel in the high bit) or 8
 * @param channels 1 for grey, 3 for red, green, blue
 * @param rows     {@code height} rows of {@link #stride()} bytes
 */
public record Pixels(int width, int height, int depth, int channels, byte[] rows) {

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    /** Rejects rows that do not hold the whole image. */
    public Pixels {
        if (rows.length < (long) stride(width, depth, channels) * height) {
            throw new IllegalArgumentException("rows hold fewer pixels than the image has");
        }
    }

    /** Returns the bytes in a row of so many pixels. */
    public static int stride(int width, int depth, int channels) {
        return Math.toIntExact(((long) width * depth * channels + 7) / 8);
    }

    /** Returns the bytes in a row. */
    public int stride() {
        return stride(width, depth, channels);
    }

    /** Returns an image's pixels: 1 bit stays 1 bit, grey stays grey, all else becomes RGB on white paper. */
    public static Pixels of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_BINARY && image.getColorModel() instanceof IndexColorModel palette
            && palette.getMapSize() == 2 && image.getSampleModel() instanceof MultiPixelPackedSampleModel packing
            && packing.getPixelBitStride() == 1) {
            int first = palette.getRGB(0);
            int second = palette.getRGB(1);
            if (first == BLACK && second == WHITE || first == WHITE && second == BLACK) {
                return bilevel(image.getRaster(), packing, first == WHITE);
            }
        }
        return switch (image.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY -> grey(image.getRaster());
            case BufferedImage.TYPE_USHORT_GRAY -> deepGrey(image.getRaster());
            default -> colour(image);
        };
    }

    private static Pixels bilevel(Raster raster, MultiPixelPackedSampleModel packing, boolean invert) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        int stride = stride(width, 1, 1);
        byte[] rows = new byte[stride * height];
        if (packing.getDataBitOffset() == 0 && raster.getSampleModelTranslateX() == 0 && raster.getSampleModelTranslateY() == 0) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(data, y * packing.getScanlineStride(), rows, y * stride, stride);
            }
        } else {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    rows[y * stride + x / 8] |= (byte) (raster.getSample(raster.getMinX() + x, raster.getMinY() + y, 0) << 7 - x % 8);
                }
            }
        }
        Pixels pixels = new Pixels(width, height, 1, 1, rows);
        return invert ? pixels.inverted() : pixels;
    }

    private static Pixels grey(Raster raster) {
        byte[] rows = (byte[]) raster.getDataElements(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), null);
        return new Pixels(raster.getWidth(), raster.getHeight(), 8, 1, rows);
    }

    private static Pixels deepGrey(Raster raster) {
        int width = raster.getWidth();
        byte[] rows = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                rows[y * width + x] = (byte) (row[x] >> 8);
            }
        }
        return new Pixels(width, raster.getHeight(), 8, 1, rows);
    }

    private static Pixels colour(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rows = new byte[Math.multiplyExact(Math.multiplyExact(width, 3), height)];
        int[] row = new int[width];
        boolean grey = true;
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int paper = 255 * (255 - (argb >>> 24));
                byte red = blend(argb >> 16, argb >>> 24, paper);
                byte green = blend(argb >> 8, argb >>> 24, paper);
                byte blue = blend(argb, argb >>> 24, paper);
                grey &= red == green && green == blue;
                rows[at++] = red;
                rows[at++] = green;
                rows[at++] = blue;
            }
        }
        Pixels pixels = new Pixels(width, height, 8, 3, rows);
        return grey ? pixels.firstChannel() : pixels;
    }

    private static byte blend(int sample, int alpha, int paper) {
        return (byte) (((sample & 0xFF) * alpha + paper + 127) / 255);
    }

    private Pixels firstChannel() {
        byte[] first = new byte[width * height];
        for (int i = 0; i < first.length; i++) {
            first[i] = rows[i * channels];
        }
        return new Pixels(width, height, 8, 1, first);
    }

    /** Returns the same image with 8 bits per sample. */
    Pixels deep() {
        if (depth == 8) {
            return this;
        }
        byte[] deep = new byte[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                deep[y * width + x] = (byte) ((rows[y * stride() + x / 8] >> 7 - x % 8 & 1) * 255);
            }
        }
        return new Pixels(width, height, 8, 1, deep);
    }

    /** Returns the negative. */
    public Pixels inverted() {
        byte[] negative = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            negative[i] = (byte) ~rows[i];
        }
        return new Pixels(width, height, depth, channels, negative);
    }
}
