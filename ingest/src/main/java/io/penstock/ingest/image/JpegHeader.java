package io.penstock.ingest.image;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What the markers of a JPEG say; the whole file is walked to its end, but nothing is decoded.
 *
 * @param width      pixels
 * @param height     pixels
 * @param components 1 grey, 3 colour, 4 printing inks
 * @param common     whether every decoder can read its coding: Huffman, baseline or progressive, 8 bits
 * @param density    of the JFIF header
 * @param scans      how often the picture is passed over: each takes as long as it has pixels, however few bytes it has
 * @param exif       what the EXIF block says
 * @param ended      whether the file has its end marker
 */
public record JpegHeader(int width, int height, int components, boolean common, Density density, int scans, ExifTags exif,
                         boolean ended) {

    /** Most scans that are decoded: encoders make up to twenty. */
    private static final int MAX_SCANS = 50;

    private static final int NONE = -1;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;

    /**
     * Reads the markers of a JPEG, from its first byte to its end marker; what follows that is ignored. Where it has no end marker, it was
     * cut short unless {@link JpegEnd} finds its picture whole.
     *
     * @throws EOFException where the file ends before all parts of its picture have begun: it was cut short
     * @throws IOException  where the bytes are no JPEG
     */
    public static JpegHeader parse(byte[] jpeg) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(jpeg);
        if (in.remaining() < 4 || in.getShort() != (short) (0xFF00 | SOI)) {
            throw new IOException("no JPEG start marker");
        }
        JpegHeader frame = null;
        Density density = Density.UNKNOWN;
        ExifTags exif = ExifTags.NONE;
        int scans = 0;
        Coverage coverage = new Coverage();
        int marker = nextMarker(in);
        for (; marker != EOI && marker != NONE; marker = nextMarker(in)) {
            if (marker == 0x01 || marker >= 0xD0 && marker <= SOI) {
                continue;
            }
            ByteBuffer segment = segment(in);
            if (isFrame(marker) && segment.remaining() >= 6) {
                if (frame != null) {
                    // decoders believe the first one
                    throw new IOException("the JPEG has two frames");
                }
                frame = frame(marker, segment);
            } else if (marker == APP0 && hasName(segment, "JFIF\0") && segment.remaining() >= 12) {
                density = jfifDensity(segment);
            } else if (marker == APP1 && hasName(segment, "Exif\0\0") && segment.remaining() > 6) {
                exif = ExifTags.parse(segment.position(6));
            }
            if (marker == SOS) {
                scans++;
                coverage.add(segment);
            }
        }
        if (marker == NONE && (frame == null || !coverage.isWhole(frame.components))) {
            throw new EOFException("the JPEG ends before its end marker");
        }
        if (frame == null || scans == 0) {
            throw new IOException("the JPEG holds no image");
        }
        return new JpegHeader(frame.width, frame.height, frame.components, frame.common, density, scans, exif,
            marker == EOI);
    }

    /** Returns whether a JPEG has its end marker. */
    public static boolean isEnded(byte[] jpeg) {
        try {
            return parse(jpeg).ended();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Announces the image that is about to be decoded.
     *
     * @throws RefusalException where it is larger, or has more scans, than allowed
     * @throws IOException      where it has no size
     */
    public void announce(PageCollector pages) throws IOException {
        pages.announceImage(width, height);
        if (scans > MAX_SCANS) {
            throw new RefusalException(IngestError.JPEG_TOO_MANY_SCANS, "page " + pages.nextPage() + " is a JPEG of " + scans + " scans, "
                + MAX_SCANS + " are allowed");
        }
    }

    /** Skips to the next marker; entropy-coded bytes hold none but stuffed zeros and restarts. Returns {@link #NONE} at the file's end. */
    private static int nextMarker(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            if (in.get() != (byte) 0xFF) {
                continue;
            }
            int code = 0xFF;
            while (code == 0xFF && in.hasRemaining()) {
                code = in.get() & 0xFF;
            }
            if (code != 0 && code != 0xFF) {
                return code;
            }
        }
        return NONE;
    }

    private static ByteBuffer segment(ByteBuffer in) throws IOException {
        if (in.remaining() < 2) {
            throw new EOFException("the JPEG ends inside a marker");
        }
        int length = (in.getShort() & 0xFFFF) - 2;
        if (length < 0) {
            throw new IOException("a JPEG marker has a negative length");
        }
        if (length > in.remaining()) {
            throw new EOFException("the JPEG ends inside a marker");
        }
        ByteBuffer segment = in.slice(in.position(), length);
        in.position(in.position() + length);
        return segment;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static JpegHeader frame(int marker, ByteBuffer segment) {
        boolean common = marker <= 0xC2 && segment.get(0) == 8;
        return new JpegHeader(segment.getShort(3) & 0xFFFF, segment.getShort(1) & 0xFFFF, segment.get(5) & 0xFF, common,
            Density.UNKNOWN, 0, ExifTags.NONE, true);
    }

    private static boolean hasName(ByteBuffer segment, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (i >= segment.remaining() || segment.get(i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Density jfifDensity(ByteBuffer segment) {
        double across = segment.getShort(8) & 0xFFFF;
        double down = segment.getShort(10) & 0xFFFF;
        return switch (segment.get(7)) {
            case 1 -> Density.perInch(across, down);
            case 2 -> Density.perCentimetre(across, down);
            default -> Density.ratio(across, down);
        };
    }

    /** Which frequencies of which components have come, down to their last bit. */
    private static final class Coverage {

        private static final int FREQUENCIES = 64;

        private final Map<Byte, BitSet> sent = new HashMap<>();

        /** Takes the header of a scan: its components, a range of frequencies, and the bits that it leaves out. */
        private void add(ByteBuffer scan) {
            int components = scan.remaining() > 0 ? scan.get(0) : 0;
            int after = 1 + 2 * components;
            boolean allBits = components > 0 && scan.remaining() >= after + 3 && (scan.get(after + 2) & 0xF) == 0;
            for (int i = 0; allBits && i < components; i++) {
                int from = Math.min(scan.get(after) & 0xFF, FREQUENCIES);
                int to = Math.min(scan.get(after + 1) & 0xFF, FREQUENCIES - 1) + 1;
                sent.computeIfAbsent(scan.get(1 + 2 * i), component -> new BitSet(FREQUENCIES)).set(from, Math.max(from, to));
            }
        }

        private boolean isWhole(int components) {
            return sent.size() == components && sent.values().stream().allMatch(bits -> bits.cardinality() == FREQUENCIES);
        }
    }
}
