package io.penstock.segment;

import io.penstock.schema.Box;
import io.penstock.schema.FormMatch;
import io.penstock.schema.Glyph;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.form.Area;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import io.penstock.segment.registration.Homography;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A picture of what was found on a page: the form's printed geometry in blue, fields with their names in green, ink taken for a
 * character in red, blank boxes in grey.
 */
public final class FormOverlay {

    private static final Scalar GEOMETRY = new Scalar(220, 120, 0);
    private static final Scalar FIELD = new Scalar(0, 150, 0);
    private static final Scalar CHARACTER = new Scalar(30, 30, 230);
    private static final Scalar BLANK = new Scalar(160, 160, 160);
    private static final int LONG_SIDE = 2000;

    private final FormDefinition form;
    private final SegmentedPage segmented;

    /**
     * Creates an overlay of a page on which a form was found.
     *
     * @param form      the definition of the form that was found
     * @param segmented what came of the page; its match is not null
     */
    public FormOverlay(FormDefinition form, SegmentedPage segmented) {
        this.form = form;
        this.segmented = segmented;
    }

    /**
     * Draws the overlay over the page.
     *
     * @param page     the page
     * @param readings what was read, by field name, written beside the fields; may be empty
     * @return a PNG, or empty where the page cannot be decoded
     */
    public Optional<byte[]> draw(Page page, Map<String, String> readings) {
        byte[] encoded = new byte[page.getImage().remaining()];
        page.getImage().duplicate().get(encoded);
        return PageImage.decode(encoded, page.getRotation()).map(image -> {
            try (image; MatScope mats = new MatScope()) {
                return draw(mats, image, readings);
            }
        });
    }

    private byte[] draw(MatScope mats, PageImage image, Map<String, String> readings) {
        double scale = (double) LONG_SIDE / Math.max(image.width(), image.height());
        Mat canvas = mats.mat();
        Imgproc.resize(image.gray(), canvas, new Size(), scale, scale, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
        Imgproc.cvtColor(canvas, canvas, Imgproc.COLOR_GRAY2BGR);
        double fromScan = scale / image.reduction();
        FormMatch match = segmented.getMatch();
        drawGeometry(canvas, Homography.scaleAndShift(fromScan, fromScan, 0, 0).after(Homography.of(match.getTransform())));
        for (SegmentedField field : segmented.getFields()) {
            drawField(canvas, field, fromScan, readings.getOrDefault(field.getName(), ""));
        }
        String caption = String.format(Locale.ROOT, "%s %s  residual %.2f mm  support %.0f %%", match.getForm(), match.getVersion(),
            match.getResidual(), 100 * match.getSupport());
        Imgproc.putText(canvas, caption, new Point(12, 28), Imgproc.FONT_HERSHEY_SIMPLEX, 0.8, GEOMETRY, 2);
        MatOfByte png = mats.own(new MatOfByte());
        Imgcodecs.imencode(".png", canvas, png);
        return png.toArray();
    }

    private void drawGeometry(Mat canvas, Homography transform) {
        List<Line> lines = new ArrayList<>(form.rigidLines());
        form.fields().stream().map(FieldDefinition::place).forEach(place -> lines.addAll(FormDefinition.lines(place)));
        for (Line line : lines) {
            Point from = line.horizontal() ? transform.map(line.from(), line.at()) : transform.map(line.at(), line.from());
            Point to = line.horizontal() ? transform.map(line.to(), line.at()) : transform.map(line.at(), line.to());
            Imgproc.line(canvas, from, to, GEOMETRY, 1, Imgproc.LINE_AA);
        }
        for (Area area : form.fiducials()) {
            Imgproc.rectangle(canvas, transform.map(area.x(), area.y()), transform.map(area.right(), area.bottom()), GEOMETRY, 2);
        }
    }

    private static void drawField(Mat canvas, SegmentedField field, double scale, String reading) {
        rectangle(canvas, field.getBox(), scale, FIELD, 2);
        Point above = new Point(field.getBox().getX() * scale, field.getBox().getY() * scale - 6);
        Imgproc.putText(canvas, (field.getName() + " " + reading).trim(), above, Imgproc.FONT_HERSHEY_SIMPLEX, 0.6, FIELD, 2);
        for (Glyph glyph : field.getGlyphs()) {
            if (glyph.getTo() == glyph.getFrom() + 1) {
                rectangle(canvas, glyph.getBox(), scale, glyph.getBlank() ? BLANK : CHARACTER, 1);
            }
        }
    }

    private static void rectangle(Mat canvas, Box box, double scale, Scalar colour, int thickness) {
        Imgproc.rectangle(canvas, new Point(box.getX() * scale, box.getY() * scale),
            new Point((box.getX() + box.getWidth()) * scale, (box.getY() + box.getHeight()) * scale), colour, thickness);
    }
}
