package io.penstock.ingest.image;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.RefusalException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The JDK's own reader of an image format, whichever others are on the class path. */
final class JdkImageReader {

    private JdkImageReader() {
    }

    /** Returns a new reader, which the caller disposes of. */
    static ImageReader of(String format) throws RefusalException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format); readers.hasNext();) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new RefusalException(IngestError.INTERNAL, "this Java has no reader of " + format + " (module java.desktop)");
    }
}
