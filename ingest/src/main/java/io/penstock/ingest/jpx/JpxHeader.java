package io.penstock.ingest.jpx;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a JPEG 2000 image says about itself, read without decoding anything.
 *
 * @param width      pixels; not checked
 * @param height     pixels; not checked
 * @param components samples of a pixel, 0 to 65,535
 * @param minDepth   bits of the shallowest component
 * @param maxDepth   bits of the deepest component
 * @param signed     whether a component has negative samples
 * @param indirect   whether samples are places in a palette or amounts of ink, by a file's own word
 */
public record JpxHeader(long width, long height, int components, int minDepth, int maxDepth, boolean signed, boolean indirect) {

    private static final int CODESTREAM = 0xFF4FFF51;
    private static final int LENGTH_OF_SIGNATURE = 12;
    private static final int SIGNATURE = type("jP  ");
    private static final int HEADER = type("jp2h");
    private static final int COLOUR = type("colr");
    private static final int PALETTE = type("pclr");
    private static final int DATA = type("jp2c");
    private static final int ENUMERATED = 1;
    private static final int CMYK = 12;

    /**
     * Reads the header that the decoder believes: the one of the first codestream, wherever else something like it stands.
     *
     * @param image a file in the JP2 format or a bare codestream; left open
     * @throws IOException where it is neither or ends too early
     */
    public static JpxHeader parse(InputStream image) throws IOException {
        DataInputStream in = new DataInputStream(image);
        int start = in.readInt();
        boolean indirect = false;
        if (start == LENGTH_OF_SIGNATURE && in.readInt() == SIGNATURE) {
            in.skipNBytes(LENGTH_OF_SIGNATURE - 8);
            indirect = enterData(in);
            start = in.readInt();
        }
        if (start != CODESTREAM) {
            throw new IOException("the JPEG 2000 image does not begin as one");
        }
        return size(in, indirect);
    }

    /** Returns whether the boxes before the codestream say that samples are no colours. */
    private static boolean enterData(DataInputStream in) throws IOException {
        boolean indirect = false;
        while (true) {
            long length = in.readInt() & 0xFFFFFFFFL;
            int type = in.readInt();
            int start = 8;
            if (length == 1) {
                length = in.readLong();
                start = 16;
            }
            if (type == DATA) {
                return indirect;
            }
            if (length < start) {
                throw new IOException("a box of the JPEG 2000 image has no length");
            }
            if (type == HEADER) {
                indirect |= isIndirect(in, length - start);
            } else {
                in.skipNBytes(length - start);
            }
        }
    }

    private static boolean isIndirect(DataInputStream in, long length) throws IOException {
        boolean indirect = false;
        long left = length;
        while (left >= 8) {
            long content = (in.readInt() & 0xFFFFFFFFL) - 8;
            int type = in.readInt();
            left -= 8;
            if (content < 0 || content > left) {
                throw new IOException("a box of the JPEG 2000 image does not fit into another");
            }
            left -= content;
            indirect |= type == PALETTE;
            if (type == COLOUR && content >= 7) {
                int method = in.readUnsignedByte();
                in.skipNBytes(2);
                indirect |= in.readInt() == CMYK && method == ENUMERATED;
                content -= 7;
            }
            in.skipNBytes(content);
        }
        in.skipNBytes(left);
        return indirect;
    }

    private static JpxHeader size(DataInputStream in, boolean indirect) throws IOException {
        in.skipNBytes(4);
        long right = in.readInt() & 0xFFFFFFFFL;
        long bottom = in.readInt() & 0xFFFFFFFFL;
        long left = in.readInt() & 0xFFFFFFFFL;
        long top = in.readInt() & 0xFFFFFFFFL;
        in.skipNBytes(16);
        int components = in.readUnsignedShort();
        int min = Integer.MAX_VALUE;
        int max = 0;
        boolean signed = false;
        for (int i = 0; i < components; i++) {
            int depth = in.readUnsignedByte();
            signed |= depth >= 0x80;
            min = Math.min(min, (depth & 0x7F) + 1);
            max = Math.max(max, (depth & 0x7F) + 1);
            in.skipNBytes(2);
        }
        return new JpxHeader(right - left, bottom - top, components, min, max, signed, indirect);
    }

    /** Returns whether {@link JpxReader} decodes such an image: 1, 3 or 4 components of 8 to 16 bits without a sign, as they are. */
    public boolean supported() {
        boolean samples = minDepth >= 8 && maxDepth <= 16 && !signed && !indirect;
        return samples && (components == 1 || components == 3 || components == 4);
    }

    private static int type(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
