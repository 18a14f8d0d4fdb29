package io.penstock.synth.scanner;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Node;

/** Encodes images with the JDK's own codecs, resolution included. */
final class ImageEncoder {

    private static final double INCHES_PER_METRE = 1000 / 25.4;

    private final int dpi;
    private final float quality;

    ImageEncoder(int dpi, float quality) {
        this.dpi = dpi;
        this.quality = quality;
    }

    byte[] jpeg(BufferedImage image) throws IOException {
        return write("jpeg", List.of(image), (param, metadata) -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
            IIOMetadataNode jfif = (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", Integer.toString(dpi));
            jfif.setAttribute("Ydensity", Integer.toString(dpi));
            return merged(metadata, root);
        });
    }

    byte[] png(BufferedImage image) throws IOException {
        return write("png", List.of(image), (param, metadata) -> {
            String perMetre = Long.toString(Math.round(dpi * INCHES_PER_METRE));
            IIOMetadataNode size = new IIOMetadataNode("pHYs");
            size.setAttribute("pixelsPerUnitXAxis", perMetre);
            size.setAttribute("pixelsPerUnitYAxis", perMetre);
            size.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
            root.appendChild(size);
            return merged(metadata, root);
        });
    }

    byte[] tiffG4(List<BufferedImage> pages) throws IOException {
        return write("tiff", pages, (param, metadata) -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("CCITT T.6");
            TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
            BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
            long[][] resolution = {{dpi, 1}};
            for (int tag : new int[] {BaselineTIFFTagSet.TAG_X_RESOLUTION, BaselineTIFFTagSet.TAG_Y_RESOLUTION}) {
                directory.addTIFFField(new TIFFField(tags.getTag(tag), TIFFTag.TIFF_RATIONAL, 1, resolution));
            }
            directory.addTIFFField(new TIFFField(tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT),
                BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
            return directory.getAsMetadata();
        });
    }

    private static IIOMetadata merged(IIOMetadata metadata, Node root) throws IOException {
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }

    private interface Settings {
        IIOMetadata set(ImageWriteParam param, IIOMetadata metadata) throws IOException;
    }

    private static byte[] write(String format, List<BufferedImage> pages, Settings settings) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            boolean sequence = pages.size() > 1;
            if (sequence) {
                writer.prepareWriteSequence(null);
            }
            for (BufferedImage page : pages) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(page), param);
                IIOImage image = new IIOImage(page, null, settings.set(param, metadata));
                if (sequence) {
                    writer.writeToSequence(image, param);
                } else {
                    writer.write(null, image, param);
                }
            }
            if (sequence) {
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
