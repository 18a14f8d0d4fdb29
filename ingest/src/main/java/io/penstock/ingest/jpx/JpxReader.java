package io.penstock.ingest.jpx;

import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;

/**
 * JPEG 2000 as an image of ImageIO, decoded by the OpenJPEG in OpenCV.
 *
 * <p>Samples come as they are coded, in their order, 8 bits or 16: what they mean is for the PDF's colour space to say. Keeps no
 * limits; whoever reads the untrusted looks at {@link JpxHeader} first.
 */
final class JpxReader extends ImageReader {

    private byte[] encoded;
    private JpxHeader header;

    JpxReader(JpxReaderSpi provider) {
        super(provider);
    }

    @Override
    public void setInput(Object input, boolean seekForwardOnly, boolean ignoreMetadata) {
        super.setInput(input, seekForwardOnly, ignoreMetadata);
        encoded = null;
        header = null;
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return Math.toIntExact(header(index).width());
    }

    @Override
    public int getHeight(int index) throws IOException {
        return Math.toIntExact(header(index).height());
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        ColorModel model = model(header(index).components(), header(index).maxDepth() > 8);
        return List.of(new ImageTypeSpecifier(model, model.createCompatibleSampleModel(1, 1))).iterator();
    }

    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public IIOMetadata getImageMetadata(int index) {
        return null;
    }

    @Override
    public BufferedImage read(int index, ImageReadParam param) throws IOException {
        if (!header(index).supported()) {
            throw new IOException("the decoder does not know JPEG 2000 images of this kind: " + header);
        }
        ColorModel model = model(header.components(), header.maxDepth() > 8);
        WritableRaster all = JpxDecoder.decode(encoded, header, model);
        WritableRaster wanted = part(all, param);
        return new BufferedImage(model, wanted, false, null);
    }

    private JpxHeader header(int index) throws IOException {
        if (index != 0) {
            throw new IndexOutOfBoundsException("a JPEG 2000 file has one image, not " + index);
        }
        if (header == null) {
            if (!(getInput() instanceof ImageInputStream in)) {
                throw new IllegalStateException("no input was set");
            }
            encoded = readAll(in);
            header = JpxHeader.parse(new ByteArrayInputStream(encoded));
        }
        return header;
    }

    private static byte[] readAll(ImageInputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        byte[] buffer = new byte[1 << 16];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            bytes.write(buffer, 0, length);
        }
        return bytes.toByteArray();
    }

    /** Grey, or red, green, blue, and what follows as transparency. */
    private static ColorModel model(int components, boolean deep) {
        boolean alpha = components == 4;
        return new ComponentColorModel(ColorSpace.getInstance(components == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB), alpha, false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
    }

    private static WritableRaster part(WritableRaster all, ImageReadParam param) {
        Rectangle region = getSourceRegion(param, all.getWidth(), all.getHeight());
        int across = param == null ? 1 : param.getSourceXSubsampling();
        int down = param == null ? 1 : param.getSourceYSubsampling();
        if (across == 1 && down == 1 && region.equals(all.getBounds())) {
            return all;
        }
        WritableRaster part = all.createCompatibleWritableRaster((region.width + across - 1) / across, (region.height + down - 1) / down);
        Object pixel = null;
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                pixel = all.getDataElements(region.x + x * across, region.y + y * down, pixel);
                part.setDataElements(x, y, pixel);
            }
        }
        return part;
    }
}
