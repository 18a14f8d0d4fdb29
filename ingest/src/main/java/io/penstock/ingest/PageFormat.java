package io.penstock.ingest;

import io.penstock.ingest.page.PageImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/** How a page travels from where a document is read to its stage: its facts, then the encoded image. */
final class PageFormat {

    private PageFormat() {
    }

    static byte[] write(PageImage page) throws IOException {
        ByteBuffer image = page.image().duplicate();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(image.remaining() + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeDouble(page.dpi().orElse(Double.NaN));
        out.writeInt(page.rotation());
        out.writeUTF(page.mediaType());
        out.writeInt(page.width());
        out.writeInt(page.height());
        byte[] encoded = new byte[image.remaining()];
        image.get(encoded);
        out.write(encoded);
        return bytes.toByteArray();
    }

    static PageImage read(byte[] bytes) {
        ByteArrayInputStream source = new ByteArrayInputStream(bytes);
        DataInputStream in = new DataInputStream(source);
        try {
            double dpi = in.readDouble();
            return new PageImage(Double.isNaN(dpi) ? OptionalDouble.empty() : OptionalDouble.of(dpi), in.readInt(), in.readUTF(),
                in.readInt(), in.readInt(), ByteBuffer.wrap(bytes, bytes.length - source.available(), source.available()).slice());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
