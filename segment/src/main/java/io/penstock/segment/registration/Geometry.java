package io.penstock.segment.registration;

import io.penstock.segment.form.Area;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import io.penstock.segment.form.Place;
import java.util.List;

/**
 * The printed geometry of a form turned by a multiple of 90 degrees.
 *
 * @param width     width after the turn, millimetres
 * @param height    height after the turn, millimetres
 * @param lines     printed lines
 * @param fiducials solid rectangles
 * @param fields    lines that tell each field that does not move from any other grid: a comb's verticals, a frame's edges
 * @param movable   lines of each field that copies of the form print in different places
 * @param tolerance by how much these may lie elsewhere, millimetres
 * @param fromForm  map from millimetres on the upright form to millimetres here
 * @param outline   the lines joined, for the coarse search
 */
record Geometry(double width, double height, List<Line> lines, List<Area> fiducials, List<List<Line>> fields,
    List<List<Line>> movable, double tolerance, Homography fromForm, Outline outline) {

    /** Returns the upright geometry of a form. */
    static Geometry of(FormDefinition form) {
        List<FieldDefinition> moving = form.fields().stream().filter(field -> field.tolerance() > 0).toList();
        List<List<Line>> fields = form.fields().stream().filter(field -> field.tolerance() == 0)
            .map(field -> telling(field.place())).filter(lines -> !lines.isEmpty()).toList();
        return new Geometry(form.width(), form.height(), form.rigidLines(), form.fiducials(), fields,
            moving.stream().map(field -> FormDefinition.lines(field.place())).toList(),
            moving.stream().mapToDouble(FieldDefinition::tolerance).max().orElse(0), Homography.scaleAndShift(1, 1, 0, 0),
            Outline.of(form.rigidLines()));
    }

    private static List<Line> telling(Place place) {
        return FormDefinition.lines(place).stream().filter(line -> place instanceof Place.Free || !line.horizontal()).toList();
    }

    /** Returns whether this is not turned. */
    boolean isUpright() {
        return fromForm.h()[0] > 0.5;
    }

    /** Returns this geometry turned clockwise by 90 degrees. */
    Geometry turned() {
        List<Area> turnedFiducials = fiducials.stream()
            .map(area -> new Area(height - area.bottom(), area.x(), area.height(), area.width()))
            .toList();
        Homography quarter = new Homography(new double[] {0, -1, height, 1, 0, 0, 0, 0, 1});
        List<Line> turned = turned(lines);
        return new Geometry(height, width, turned, turnedFiducials, fields.stream().map(this::turned).toList(),
            movable.stream().map(this::turned).toList(), tolerance, quarter.after(fromForm), Outline.of(turned));
    }

    private List<Line> turned(List<Line> upright) {
        return upright.stream()
            .map(line -> line.horizontal()
                ? new Line(false, height - line.at(), line.from(), line.to())
                : new Line(true, line.at(), height - line.to(), height - line.from()))
            .toList();
    }

    /** Returns the smallest rectangle that holds all of it. */
    Area bounds() {
        Area bounds = null;
        for (Line line : lines) {
            Area area = line.horizontal()
                ? new Area(line.from(), line.at(), line.length(), 0)
                : new Area(line.at(), line.from(), 0, line.length());
            bounds = bounds == null ? area : bounds.union(area);
        }
        for (Area fiducial : fiducials) {
            bounds = bounds == null ? fiducial : bounds.union(fiducial);
        }
        return bounds;
    }
}
