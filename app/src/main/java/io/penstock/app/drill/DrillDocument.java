package io.penstock.app.drill;

import io.penstock.isolate.drill.Act;
import io.penstock.isolate.drill.Drill;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * A scan of blank paper that orders a stage to fail: a PNG whose comment holds the order. Without {@code isolation.drills} it is blank
 * paper.
 *
 * @param stage the stage: {@code ingest}, {@code segment}, {@code classify}
 * @param act   what it is to do
 */
public record DrillDocument(String stage, Act act) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int AFTER_HEADER = 33;

    /** Returns the document's id: what happens where. */
    public String id() {
        return "drill-" + stage + "-" + act.name().toLowerCase(Locale.ROOT) + ".png";
    }

    /** Returns a PNG that orders nothing. */
    static byte[] blankPaper() {
        BufferedImage paper = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        paper.createGraphics().fillRect(0, 0, WIDTH, HEIGHT);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(paper, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** Returns the PNG. */
    public byte[] png() {
        byte[] plain = blankPaper();
        byte[] comment = comment();
        return ByteBuffer.allocate(plain.length + comment.length).put(plain, 0, AFTER_HEADER).put(comment)
            .put(plain, AFTER_HEADER, plain.length - AFTER_HEADER).array();
    }

    private byte[] comment() {
        byte[] content = ("tEXtComment\0" + Drill.order(stage, act) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(content);
        return ByteBuffer.allocate(content.length + 8).putInt(content.length - 4).put(content).putInt((int) crc.getValue()).array();
    }
}
