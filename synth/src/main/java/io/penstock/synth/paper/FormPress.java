package io.penstock.synth.paper;

import io.penstock.segment.form.Label;
import io.penstock.segment.form.Line;
import io.penstock.segment.geometry.Area;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Prints a form's geometry and labels with Java2D; the graphics' transform maps millimetres to pixels. */
public final class FormPress {

    /** Width of printed lines, millimetres. */
    private static final float LINE_WIDTH = 0.26f;

    private final Typeface typeface = Typeface.load();

    public void print(FormCopy copy, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(LINE_WIDTH, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        for (Line line : copy.lines()) {
            graphics.draw(line.horizontal()
                ? new Line2D.Double(line.from(), line.at(), line.to(), line.at())
                : new Line2D.Double(line.at(), line.from(), line.at(), line.to()));
        }
        for (Area square : copy.form().fiducials()) {
            graphics.fill(new Rectangle2D.Double(square.x(), square.y(), square.width(), square.height()));
        }
        for (Label label : copy.form().labels()) {
            graphics.fill(typeface.outline(label.text(), label.x(), label.y(), label.size()));
        }
    }
}
