package io.penstock.ingest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** PDFs that the tests make for themselves. */
final class Pdfs {

    /** Makes the image that a page shows. */
    @FunctionalInterface
    interface ImageMaker {
        PDImageXObject in(PDDocument pdf) throws IOException;
    }

    /** Adds to a page. */
    @FunctionalInterface
    interface Painter {
        void paint(PDDocument pdf, PDPageContentStream content) throws IOException;
    }

    static final Painter NOTHING = (pdf, content) -> { };
    static final Painter VISIBLE_TEXT = (pdf, content) -> text(content, RenderingMode.FILL);
    static final Painter INVISIBLE_TEXT = (pdf, content) -> text(content, RenderingMode.NEITHER);

    private Pdfs() {
    }

    static byte[] save(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    static byte[] scan(ImageMaker maker) throws IOException {
        return scan(maker, new Matrix(612, 0, 0, 792, 0, 0), PDRectangle.LETTER, 0, NOTHING);
    }

    static byte[] scan(ImageMaker maker, Matrix placement, PDRectangle box, int rotate, Painter extra) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            addScan(pdf, maker, placement, box, rotate, extra);
            return save(pdf);
        }
    }

    static void addScan(PDDocument pdf, ImageMaker maker, Matrix placement, PDRectangle box, int rotate, Painter extra) throws IOException {
        PDPage page = new PDPage(box);
        page.setRotation(rotate);
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(maker.in(pdf), placement);
            extra.paint(pdf, content);
        }
    }

    static byte[] vector(PDRectangle box, int rotate) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(box);
            page.setRotation(rotate);
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.addRect(box.getWidth() / 10, box.getHeight() * 0.65f, box.getWidth() / 4, box.getHeight() / 4);
                content.fill();
            }
            return save(pdf);
        }
    }

    static ImageMaker flate(BufferedImage image) {
        return pdf -> LosslessFactory.createFromImage(pdf, image);
    }

    static ImageMaker g4(BufferedImage image) {
        return pdf -> CCITTFactory.createFromImage(pdf, image);
    }

    static ImageMaker jpeg(byte[] jpeg, int width, int height, boolean colour) {
        return pdf -> new PDImageXObject(pdf, new ByteArrayInputStream(jpeg), COSName.DCT_DECODE, width, height, 8,
            colour ? PDDeviceRGB.INSTANCE : PDDeviceGray.INSTANCE);
    }

    static ImageMaker jpeg2000(byte[] jpx, int width, int height) {
        return pdf -> new PDImageXObject(pdf, new ByteArrayInputStream(jpx), COSName.JPX_DECODE, width, height, 8, PDDeviceGray.INSTANCE);
    }

    /** A JBIG2 page: a page segment and one generic region whose coding is the same as that of a G4 fax. */
    static ImageMaker jbig2(BufferedImage image) {
        return pdf -> {
            byte[] fax;
            try (InputStream raw = CCITTFactory.createFromImage(pdf, image).getCOSObject().createRawInputStream()) {
                fax = raw.readAllBytes();
            }
            ByteBuffer jbig2 = ByteBuffer.allocate(64 + fax.length);
            jbig2.putInt(0).put((byte) 48).put((byte) 0).put((byte) 1).putInt(19);
            jbig2.putInt(image.getWidth()).putInt(image.getHeight()).putInt(0).putInt(0).put((byte) 0).putShort((short) 0);
            jbig2.putInt(1).put((byte) 38).put((byte) 0).put((byte) 1).putInt(18 + fax.length);
            jbig2.putInt(image.getWidth()).putInt(image.getHeight()).putInt(0).putInt(0).put((byte) 0).put((byte) 1).put(fax);
            byte[] bytes = Arrays.copyOf(jbig2.array(), jbig2.position());
            return new PDImageXObject(pdf, new ByteArrayInputStream(bytes), COSName.getPDFName("JBIG2Decode"), image.getWidth(),
                image.getHeight(), 1, PDDeviceGray.INSTANCE);
        };
    }

    private static void text(PDPageContentStream content, RenderingMode mode) throws IOException {
        content.beginText();
        content.setRenderingMode(mode);
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(400, 100);
        content.showText("12345");
        content.endText();
    }
}
