package io.penstock.ingest.pdf;

import io.penstock.ingest.image.Density;
import io.penstock.ingest.image.JpegEnd;
import io.penstock.ingest.image.JpegHeader;
import io.penstock.ingest.image.Pixels;
import io.penstock.ingest.image.PngEncoder;
import io.penstock.ingest.image.SquarePixels;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.PageImage;
import java.awt.color.ColorSpace;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDCalGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDCalRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * An image of a PDF as the file that travels on: JPEG bytes as they stand, everything else as PNG.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param width     pixels of the encoded image
 * @param height    pixels of the encoded image
 * @param bytes     the encoded image
 */
record EmbeddedImage(String mediaType, int width, int height, ByteBuffer bytes) {

    private static final List<String> DCT = List.of(COSName.DCT_DECODE.getName(), COSName.DCT_DECODE_ABBREVIATION.getName());

    /**
     * Returns the image as a file, its pixels made square, or empty where only rendering shows what it looks like (masks).
     *
     * @throws IOException where the image is damaged or cut short
     */
    static Optional<EmbeddedImage> of(PDImageXObject image, Density density, PageCollector pages) throws IOException {
        pages.announceImage(image.getWidth(), image.getHeight());
        if (image.isStencil() || hasMask(image)) {
            return Optional.empty();
        }
        COSName coding = lastFilter(image);
        if (COSName.DCT_DECODE.equals(coding) || COSName.DCT_DECODE_ABBREVIATION.equals(coding)) {
            return Optional.of(jpeg(image, density, pages));
        }
        if (COSName.JPX_DECODE.equals(coding)) {
            return Optional.of(decoded(image, density, pages));
        }
        int channels = channels(image.getColorSpace());
        int depth = image.getBitsPerComponent();
        boolean inverted = channels == 1 && isDecode(image, 1, 0);
        boolean plain = channels > 0 && (depth == 8 || depth == 1 && channels == 1) && (inverted || !isDecoded(image, channels));
        return Optional.of(plain ? png(plain(image, depth, channels, inverted), density, pages) : decoded(image, density, pages));
    }

    private static boolean hasMask(PDImageXObject image) {
        return image.getCOSObject().containsKey(COSName.SMASK) || image.getCOSObject().containsKey(COSName.MASK)
            || image.getCOSObject().getInt(COSName.SMASK_IN_DATA, 0) != 0;
    }

    private static COSName lastFilter(PDImageXObject image) {
        List<COSName> filters = image.getStream().getFilters();
        return filters == null || filters.isEmpty() ? null : filters.get(filters.size() - 1);
    }

    private static EmbeddedImage jpeg(PDImageXObject image, Density density, PageCollector pages) throws IOException {
        byte[] bytes;
        try (InputStream in = image.createInputStream(DCT)) {
            bytes = in.readAllBytes();
        }
        JpegHeader header = JpegHeader.parse(bytes);
        header.announce(pages);
        byte[] ended = JpegEnd.of(bytes, header, pages);
        boolean shownAsIs = density.isSquare() && header.common() && header.components() == channels(image.getColorSpace())
            && !isDecoded(image, header.components()) && !image.getCOSObject().containsKey(COSName.DECODE_PARMS);
        return shownAsIs ? new EmbeddedImage(PageImage.JPEG, header.width(), header.height(), ByteBuffer.wrap(ended))
            : decoded(image, density, pages);
    }

    /** The decoded bytes of plain grey and RGB are the rows of a PNG already. */
    private static Pixels plain(PDImageXObject image, int depth, int channels, boolean inverted) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int size = Math.multiplyExact(Pixels.stride(width, depth, channels), height);
        byte[] rows;
        try (InputStream in = image.createInputStream()) {
            rows = in.readNBytes(size);
        }
        if (rows.length < size) {
            throw new EOFException("the image has " + rows.length + " of " + size + " bytes");
        }
        Pixels pixels = new Pixels(width, height, depth, channels, rows);
        return inverted ? pixels.inverted() : pixels;
    }

    private static EmbeddedImage decoded(PDImageXObject image, Density density, PageCollector pages) throws IOException {
        return png(Pixels.of(image.getImage()), density, pages);
    }

    private static EmbeddedImage png(Pixels stored, Density density, PageCollector pages) throws IOException {
        Pixels pixels = SquarePixels.of(stored, density, pages);
        return new EmbeddedImage(PageImage.PNG, pixels.width(), pixels.height(), PngEncoder.encode(pixels));
    }

    /** Returns 1 for grey, 3 for RGB, 0 for colour spaces that need a conversion. */
    private static int channels(PDColorSpace space) {
        if (space instanceof PDDeviceGray || space instanceof PDCalGray) {
            return 1;
        }
        if (space instanceof PDDeviceRGB || space instanceof PDCalRGB) {
            return 3;
        }
        if (space instanceof PDICCBased icc) {
            return switch (icc.getColorSpaceType()) {
                case ColorSpace.TYPE_GRAY -> 1;
                case ColorSpace.TYPE_RGB -> 3;
                default -> 0;
            };
        }
        return 0;
    }

    private static boolean isDecoded(PDImageXObject image, int channels) {
        float[] identity = new float[2 * channels];
        for (int i = 1; i < identity.length; i += 2) {
            identity[i] = 1;
        }
        return image.getDecode() != null && !isDecode(image, identity);
    }

    private static boolean isDecode(PDImageXObject image, float... expected) {
        COSArray decode = image.getDecode();
        return decode != null && Arrays.equals(decode.toFloatArray(), expected);
    }
}
