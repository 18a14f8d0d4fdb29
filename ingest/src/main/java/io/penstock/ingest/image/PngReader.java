package io.penstock.ingest.image;

import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.PageImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * A PNG file as a document of one page, which keeps the file's own bytes unless it is transparent, a mirror
 * image or of pixels that are not square.
 *
 * <p>Each chunk's check sum is verified up to the end marker, so that damage is found without decoding.
 */
public final class PngReader implements DocumentReader {

    private static final int SIGNATURE = 8;
    private static final int PER_METRE = 1;
    private static final double INCHES_PER_METRE = 0.0254;

    @Override
    public void read(byte[] document, PageCollector pages) throws IOException {
        Chunks chunks = Chunks.of(document);
        pages.announceImage(chunks.width, chunks.height);
        Density density = chunks.density.or(chunks.exif.density());
        if (!chunks.transparent && !chunks.exif.orientation().mirrored() && density.isSquare()) {
            pages.add(new PageImage(density.dpi(), chunks.exif.orientation().rotation(), PageImage.PNG, chunks.width, chunks.height,
                ByteBuffer.wrap(document)));
            return;
        }
        // A decoder that drops the alpha channel would turn transparent paper black.
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(document));
        if (image == null) {
            throw new IOException("no decoder for this PNG");
        }
        Orientation orientation = chunks.exif.orientation();
        Pixels pixels = SquarePixels.of(Pixels.of(orientation.mirror(image)), density, pages);
        pages.add(PngEncoder.page(pixels, density.dpi(), orientation.rotation()));
    }

    /** Returns whether all chunks are there, up to the end marker, and undamaged. */
    public static boolean isWhole(byte[] png) {
        try {
            Chunks.of(png);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the chunks say that a page needs. */
    private static final class Chunks {

        private int width;
        private int height;
        private boolean transparent;
        private boolean headed;
        private boolean pixels;
        private Density density = Density.UNKNOWN;
        private ExifTags exif = ExifTags.NONE;

        private static Chunks of(byte[] png) throws IOException {
            Chunks chunks = new Chunks();
            ByteBuffer in = ByteBuffer.wrap(png).position(SIGNATURE);
            String type = "";
            while (!type.equals("IEND")) {
                if (in.remaining() < 12) {
                    throw new EOFException("the PNG ends before its end marker");
                }
                int length = in.getInt();
                if (length < 0 || length > in.remaining() - 8) {
                    throw new EOFException("the PNG ends inside a chunk");
                }
                int start = in.position();
                type = new String(png, start, 4, StandardCharsets.ISO_8859_1);
                CRC32 crc = new CRC32();
                crc.update(png, start, length + 4);
                if (in.getInt(start + 4 + length) != (int) crc.getValue()) {
                    throw new IOException("check sum of the PNG's chunk " + type + " is wrong");
                }
                chunks.take(type, in.slice(start + 4, length));
                in.position(start + length + 8);
            }
            if (chunks.width == 0 || !chunks.pixels) {
                throw new IOException("the PNG holds no image");
            }
            return chunks;
        }

        private void take(String type, ByteBuffer data) throws IOException {
            if (!headed && !type.equals("IHDR")) {
                throw new IOException("the PNG does not begin with its header");
            }
            switch (type) {
                case "IHDR" -> {
                    // decoders believe the first one
                    if (headed || data.remaining() != 13) {
                        throw new IOException(headed ? "the PNG has two headers" : "the PNG's header has a wrong length");
                    }
                    headed = true;
                    width = data.getInt(0);
                    height = data.getInt(4);
                    transparent = (data.get(9) & 4) != 0;
                }
                case "tRNS" -> transparent = true;
                case "IDAT" -> pixels = true;
                case "eXIf" -> exif = ExifTags.parse(data);
                case "pHYs" -> {
                    if (data.remaining() == 9) {
                        density = density(data.getInt(0), data.getInt(4), data.get(8));
                    }
                }
                default -> { }
            }
        }

        private static Density density(int across, int down, int unit) {
            return unit == PER_METRE ? Density.perInch(across * INCHES_PER_METRE, down * INCHES_PER_METRE) : Density.ratio(across, down);
        }
    }
}
