package io.penstock.segment;

import io.penstock.schema.Page;
import io.penstock.schema.Submission;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import io.penstock.segment.form.Line;
import io.penstock.segment.geometry.Area;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.imageio.ImageIO;

/** A form printed by Java2D as a test wants it to lie on the page, with strokes drawn in millimetres. */
public final class DrawnForm {

    private final FormDefinition form;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final AffineTransform toPixels;

    /** Prints a form at a scale, tilted around the page's centre. */
    public DrawnForm(FormDefinition form, double pixelsPerMm, double degrees) {
        this.form = form;
        image = new BufferedImage((int) (form.width() * pixelsPerMm), (int) (form.height() * pixelsPerMm), BufferedImage.TYPE_BYTE_GRAY);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(245, 245, 245));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.scale(pixelsPerMm, pixelsPerMm);
        toPixels = graphics.getTransform();
        print();
    }

    /** Returns a definition that ships with the project. */
    public static FormDefinition shipped(String name) {
        Path file = Path.of("..", "forms", name + ".yaml");
        try {
            return new FormParser().parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print() {
        graphics.setColor(new Color(30, 30, 30));
        graphics.setStroke(new BasicStroke(0.3f));
        for (Line line : form.rigidLines()) {
            draw(line);
        }
        for (FieldDefinition field : form.fields()) {
            FormDefinition.lines(field.place()).forEach(this::draw);
        }
        for (Area area : form.fiducials()) {
            graphics.fill(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()));
        }
    }

    private void draw(Line line) {
        graphics.draw(line.horizontal() ? new Line2D.Double(line.from(), line.at(), line.to(), line.at())
            : new Line2D.Double(line.at(), line.from(), line.at(), line.to()));
    }

    /** Draws a stroke with a pen of 0.5 mm through points given as x, y in shares of a box. */
    public DrawnForm stroke(Area box, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(box.x() + points[0] * box.width(), box.y() + points[1] * box.height());
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(box.x() + points[i] * box.width(), box.y() + points[i + 1] * box.height());
        }
        graphics.setColor(new Color(40, 40, 90));
        graphics.setStroke(new BasicStroke(0.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        return this;
    }

    /** Returns where a place on the form is in the image, pixels. */
    public Point2D pixel(double x, double y) {
        return toPixels.transform(new Point2D.Double(x, y), null);
    }

    /** Returns the page record with this image. */
    public Page page(String document) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page(document, png.toByteArray(), image.getWidth(), image.getHeight());
    }

    /** Returns a page record with any image. */
    public static Page page(String document, byte[] image, int width, int height) {
        return Page.newBuilder().setDocument(document).setSubmission(new Submission("penstock.documents", 0, 0L, Instant.EPOCH, ""))
            .setNumber(1).setCount(1).setMediaType("image/png").setWidth(width).setHeight(height).setImage(ByteBuffer.wrap(image)).build();
    }
}
