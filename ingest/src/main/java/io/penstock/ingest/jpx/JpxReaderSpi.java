package io.penstock.ingest.jpx;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** The way in which ImageIO, and through it PDFBox, finds {@link JpxReader}; loads no native library. */
public final class JpxReaderSpi extends ImageReaderSpi {

    /** Called by ImageIO. */
    public JpxReaderSpi() {
        super("Penstock", "1", new String[] {"JPEG2000", "jpeg2000"}, new String[] {"jp2", "jpx", "j2k"},
            new String[] {"image/jp2", "image/jpx"}, JpxReader.class.getName(), new Class<?>[] {ImageInputStream.class}, null, false,
            null, null, null, null, false, null, null, null, null);
    }

    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        if (!(source instanceof ImageInputStream in)) {
            return false;
        }
        byte[] start = new byte[8];
        in.mark();
        int length = in.read(start);
        in.reset();
        return length == start.length && (begins(start, 0xFF, 0x4F, 0xFF, 0x51) || begins(start, 0, 0, 0, 12, 'j', 'P', ' ', ' '));
    }

    private static boolean begins(byte[] start, int... with) {
        for (int i = 0; i < with.length; i++) {
            if ((start[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
        return new JpxReader(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "JPEG 2000, decoded by OpenCV";
    }
}
