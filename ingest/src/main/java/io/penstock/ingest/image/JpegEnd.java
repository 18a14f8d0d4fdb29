package io.penstock.ingest.image;

import io.penstock.ingest.page.PageCollector;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end marker of a JPEG, put back where nothing else is missing: some scanners and web forms drop it.
 *
 * <p>Only decoding tells a whole picture from one that was cut short, so its size must have been announced before.
 */
public final class JpegEnd {

    private static final Logger LOG = LoggerFactory.getLogger(JpegEnd.class);

    private static final byte[] MARKER = {(byte) 0xFF, (byte) 0xD9};

    private JpegEnd() {
    }

    /**
     * Returns the file as it is where it has its end marker, else with one.
     *
     * @param header of the file; its size was announced
     * @throws EOFException where parts of the picture are missing too
     * @throws IOException  where the picture is damaged
     */
    public static byte[] of(byte[] jpeg, JpegHeader header, PageCollector pages) throws IOException {
        if (header.ended()) {
            return jpeg;
        }
        byte[] ended = appended(jpeg);
        requireWhole(ended);
        LOG.warn("page {}: the JPEG has no end marker; nothing else of it is missing", pages.nextPage());
        return ended;
    }

    private static byte[] appended(byte[] jpeg) {
        // a lone first half of the marker may have been left
        int length = jpeg[jpeg.length - 1] == MARKER[0] ? jpeg.length - 1 : jpeg.length;
        byte[] ended = Arrays.copyOf(jpeg, length + MARKER.length);
        System.arraycopy(MARKER, 0, ended, length, MARKER.length);
        return ended;
    }

    private static void requireWhole(byte[] ended) throws IOException {
        List<String> complaints = new ArrayList<>();
        ImageReader reader = JdkImageReader.of("jpeg"); // it alone complains of what is missing
        try (BytesInputStream in = new BytesInputStream(ended)) {
            reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> complaints.add(warning));
            reader.setInput(in, true, true);
            reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
        if (!complaints.isEmpty()) {
            throw new EOFException("the JPEG ends before its end marker, inside the picture: " + complaints.get(0));
        }
    }
}
