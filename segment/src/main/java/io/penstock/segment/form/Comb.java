package io.penstock.segment.form;

import io.penstock.segment.geometry.Area;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of equally wide character boxes.
 *
 * @param area  outer rectangle, on the centres of the printed lines
 * @param boxes number of boxes, at least 1
 */
public record Comb(Area area, int boxes) {

    /** Returns the rectangle of one box, counted from 0. */
    public Area box(int index) {
        double width = area.width() / boxes;
        return new Area(area.x() + index * width, area.y(), width, area.height());
    }

    /** Returns the printed lines: top, bottom, then the verticals from left to right. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(true, area.y(), area.x(), area.right()));
        lines.add(new Line(true, area.bottom(), area.x(), area.right()));
        for (int i = 0; i <= boxes; i++) {
            lines.add(new Line(false, area.x() + i * area.width() / boxes, area.y(), area.bottom()));
        }
        return lines;
    }
}
