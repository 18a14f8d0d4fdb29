package io.penstock.synth.handwriting;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;

/** Draws ink with Java2D; the graphics' transform maps millimetres to pixels, its paint is the ink's. */
public final class InkBrush {

    private final Graphics2D graphics;

    /** Sets the graphics to smooth edges and exact coordinates. */
    public InkBrush(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Draws ink at its own coordinates. */
    public void draw(Ink ink) {
        ink.strokes().forEach(stroke -> draw(stroke.points()));
    }

    private void draw(List<PenPoint> points) {
        PenPoint first = points.get(0);
        if (points.size() == 1) {
            graphics.fill(new Ellipse2D.Double(first.x() - first.width() / 2, first.y() - first.width() / 2,
                first.width(), first.width()));
        }
        for (int i = 1; i < points.size(); i++) {
            PenPoint a = points.get(i - 1);
            PenPoint b = points.get(i);
            graphics.setStroke(new BasicStroke((float) ((a.width() + b.width()) / 2), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(new Line2D.Double(a.x(), a.y(), b.x(), b.y()));
        }
    }
}
