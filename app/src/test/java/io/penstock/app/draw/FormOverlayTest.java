package io.penstock.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Box;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.Submission;
import io.penstock.schema.UnexplainedInk;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FormOverlayTest {

    private static final Submission SUBMISSION = new Submission("documents", 0, 0L, Instant.EPOCH, "");
    private static final Color MAGENTA = new Color(0xe000c0);

    @Test
    void inkThatNothingExplainsStandsOutInItsOwnColour() throws IOException {
        BufferedImage scan = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = scan.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 100);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(50, 30, 4, 40);
        graphics.fillRect(150, 30, 4, 40);
        graphics.dispose();
        BufferedImage drawn = FormOverlay.draw(page(scan), found(new UnexplainedInk(new Box(145, 25, 15, 50), 4.0)), List.of(), Map.of());
        assertThat(new Color(drawn.getRGB(151, 50))).isEqualTo(MAGENTA);
        assertThat(new Color(drawn.getRGB(147, 50))).isEqualTo(Color.WHITE);
        assertThat(new Color(drawn.getRGB(51, 50))).isEqualTo(Color.BLACK);
    }

    private static Page page(BufferedImage scan) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(scan, "png", png);
        return Page.newBuilder().setDocument("a.png").setSubmission(SUBMISSION).setNumber(1).setCount(1).setMediaType("image/png")
            .setWidth(scan.getWidth()).setHeight(scan.getHeight()).setImage(ByteBuffer.wrap(png.toByteArray())).build();
    }

    private static SegmentedPage found(UnexplainedInk ink) {
        SegmentedField field = SegmentedField.newBuilder().setName("count")
            .setRules(FieldRules.newBuilder().setKind(FieldKind.INTEGER).build()).setBox(new Box(20, 20, 160, 60))
            .setSnippet(ByteBuffer.allocate(0)).setNodes(1).setGlyphs(List.of()).setUnexplained(List.of(ink)).build();
        return SegmentedPage.newBuilder().setDocument("a.png").setSubmission(SUBMISSION).setNumber(1).setCount(1).setFields(List.of(field))
            .build();
    }
}
