package io.penstock.app.fuzz;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Good documents that are small, so that many are tried in a second: each format in the ways in which scanners write it. */
final class SmallScans {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;

    private SmallScans() {
    }

    static List<byte[]> pngs() throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_USHORT_GRAY}) {
            all.add(written("png", null, false, picture(type)));
        }
        return all;
    }

    static List<byte[]> jpegs() throws IOException {
        return List.of(written("jpeg", "JPEG", false, picture(BufferedImage.TYPE_BYTE_GRAY)),
            written("jpeg", "JPEG", false, picture(BufferedImage.TYPE_INT_RGB)),
            written("jpeg", "JPEG", true, picture(BufferedImage.TYPE_INT_RGB)));
    }

    static List<byte[]> tiffs() throws IOException {
        BufferedImage binary = picture(BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage gray = picture(BufferedImage.TYPE_BYTE_GRAY);
        List<byte[]> all = new ArrayList<>();
        for (String compression : List.of("CCITT T.6", "CCITT T.4", "CCITT RLE", "PackBits")) {
            all.add(written("tiff", compression, false, binary, binary));
        }
        for (String compression : List.of("LZW", "Deflate", "JPEG", "PackBits")) {
            all.add(written("tiff", compression, false, gray));
        }
        all.add(written("tiff", null, false, picture(BufferedImage.TYPE_INT_RGB), gray));
        return all;
    }

    static List<byte[]> pdfs() throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (PDDocument scan = new PDDocument()) {
            add(scan, CCITTFactory.createFromImage(scan, picture(BufferedImage.TYPE_BYTE_BINARY)));
            add(scan, JPEGFactory.createFromImage(scan, picture(BufferedImage.TYPE_BYTE_GRAY)));
            all.add(saved(scan));
        }
        try (PDDocument drawn = new PDDocument()) {
            add(drawn, LosslessFactory.createFromImage(drawn, picture(BufferedImage.TYPE_INT_ARGB)));
            try (PDPageContentStream content = new PDPageContentStream(drawn, drawn.getPage(0), PDPageContentStream.AppendMode.APPEND,
                false)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(10, 10);
                content.showText("94103");
                content.endText();
                content.addRect(5, 5, 40, 20);
                content.stroke();
            }
            all.add(saved(drawn));
        }
        return all;
    }

    private static void add(PDDocument document, PDImageXObject image) throws IOException {
        PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
            content.drawImage(image, 0, 0, WIDTH, HEIGHT);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.drawRect(20, 20, 60, 30);
        graphics.drawLine(30, 25, 34, 45);
        graphics.drawOval(45, 25, 12, 20);
        graphics.dispose();
        return picture;
    }

    private static byte[] written(String format, String compression, boolean progressive, BufferedImage... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (compression != null) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            if (pages.length == 1) {
                writer.write(null, new IIOImage(pages[0], null, null), param);
            } else {
                writer.prepareWriteSequence(null);
                for (BufferedImage page : pages) {
                    writer.writeToSequence(new IIOImage(page, null, null), param);
                }
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
