package io.penstock.segment.registration;

import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.geometry.Homography;
import java.util.ArrayList;
import java.util.List;

/**
 * The printed geometry of a form turned by a multiple of 90 degrees, prepared for being looked for on many pages.
 *
 * @param width     width after the turn, millimetres
 * @param height    height after the turn, millimetres
 * @param fromForm  map from millimetres on the upright form to millimetres here
 * @param outline   the printed lines joined, for the coarse search
 * @param bounds    smallest rectangle that holds all lines and fiducials; null where there are none
 * @param lines     places along the printed lines
 * @param beyond    places just beyond their ends, where nothing is printed: beyond the left ends, the right, the upper and the lower ones
 * @param fiducials solid rectangles
 * @param fields    places along the lines that tell each field that does not move from any other grid: a comb's verticals, a frame's edges
 * @param movable   places along each line of fields that copies of the form print in different places
 * @param tolerance by how much these may lie elsewhere, millimetres
 */
record Geometry(double width, double height, Homography fromForm, Outline outline, Area bounds, Samples lines, List<Samples> beyond,
    List<Area> fiducials, List<Samples> fields, List<Samples> movable, double tolerance) {

    private static final int TURNS = 4;

    /** Returns the geometry of a form upright and turned clockwise by 90, 180 and 270 degrees. */
    static List<Geometry> allWaysUp(FormDefinition form) {
        double tolerance = form.fields().stream().mapToDouble(FieldDefinition::tolerance).max().orElse(0);
        List<Geometry> turns = new ArrayList<>();
        Sheet sheet = Sheet.of(form);
        for (int turn = 0; turn < TURNS; turn++) {
            turns.add(of(sheet, tolerance));
            sheet = sheet.turned();
        }
        return turns;
    }

    private static Geometry of(Sheet sheet, double tolerance) {
        return new Geometry(sheet.width, sheet.height, sheet.fromForm, Outline.of(sheet.lines), sheet.bounds(), Samples.along(sheet.lines),
            Samples.beyond(sheet.lines), sheet.fiducials, sheet.fields.stream().map(Samples::along).toList(),
            sheet.movable.stream().map(line -> Samples.along(List.of(line))).toList(), tolerance);
    }

    /** Returns whether this is not turned. */
    boolean isUpright() {
        return fromForm.h()[0] > 0.5;
    }

    /** The lines and rectangles of a form that can be turned. */
    private record Sheet(double width, double height, Homography fromForm, List<Line> lines, List<Area> fiducials, List<List<Line>> fields,
            List<Line> movable) {

        static Sheet of(FormDefinition form) {
            List<List<Line>> fields = form.fields().stream().filter(field -> field.tolerance() == 0)
                .map(field -> telling(field.place())).filter(lines -> !lines.isEmpty()).toList();
            List<Line> movable = form.fields().stream().filter(field -> field.tolerance() > 0)
                .flatMap(field -> FormDefinition.lines(field.place()).stream()).toList();
            return new Sheet(form.width(), form.height(), Homography.scaleAndShift(1, 1, 0, 0), form.rigidLines(), form.fiducials(), fields,
                movable);
        }

        private static List<Line> telling(Place place) {
            return FormDefinition.lines(place).stream().filter(line -> place instanceof Place.Free || !line.horizontal()).toList();
        }

        Sheet turned() {
            List<Area> turnedFiducials = fiducials.stream()
                .map(area -> new Area(height - area.bottom(), area.x(), /* width= */ area.height(), /* height= */ area.width()))
                .toList();
            Homography quarter = new Homography(new double[] {0, -1, height, 1, 0, 0, 0, 0, 1});
            return new Sheet(/* width= */ height, /* height= */ width, quarter.after(fromForm), turned(lines), turnedFiducials,
                fields.stream().map(this::turned).toList(), turned(movable));
        }

        private List<Line> turned(List<Line> upright) {
            return upright.stream()
                .map(line -> line.horizontal()
                    ? new Line(false, height - line.at(), line.from(), line.to())
                    : new Line(true, line.at(), height - line.to(), height - line.from()))
                .toList();
        }

        Area bounds() {
            List<Area> areas = new ArrayList<>(fiducials);
            for (Line line : lines) {
                areas.add(line.horizontal() ? new Area(line.from(), line.at(), line.length(), 0)
                    : new Area(line.at(), line.from(), 0, line.length()));
            }
            return areas.stream().reduce(Area::union).orElse(null);
        }
    }
}
