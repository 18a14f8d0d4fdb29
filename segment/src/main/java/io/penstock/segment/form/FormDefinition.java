package io.penstock.segment.form;

import io.penstock.schema.Relation;
import io.penstock.segment.geometry.Area;
import java.util.ArrayList;
import java.util.List;

/**
 * The description of one printed form: everything that is needed to find it on a page and to read its fields.
 *
 * <p>The printed geometry (lines, frames, fiducials, the lattices of the combs) is what the form is registered by; no reference
 * image is needed.
 *
 * @param name        unique name; lower-case letters, digits, dash and dot
 * @param version     version, compared for equality only
 * @param title       name for people
 * @param width       width of the page, millimetres
 * @param height      height of the page, millimetres
 * @param fiducials   filled black rectangles
 * @param frames      rectangles of printed lines
 * @param rules       further printed lines
 * @param labels      printed texts
 * @param fields      fields, in the order in which their numbers are given out
 * @param relations   equations between fields
 * @param maxResidual largest root mean square distance between printed and found geometry that still is this form, millimetres
 * @param minSupport  least share (0 to 1) of the printed geometry that must be found
 */
public record FormDefinition(
    String name,
    String version,
    String title,
    double width,
    double height,
    List<Area> fiducials,
    List<Area> frames,
    List<Line> rules,
    List<Label> labels,
    List<FieldDefinition> fields,
    List<Relation> relations,
    double maxResidual,
    double minSupport) {

    /** Copies the lists. */
    public FormDefinition {
        fiducials = List.copyOf(fiducials);
        frames = List.copyOf(frames);
        rules = List.copyOf(rules);
        labels = List.copyOf(labels);
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
    }

    /**
     * Returns every printed line that does not move from copy to copy: frames, rules, and the lattices of fields without tolerance.
     */
    public List<Line> rigidLines() {
        List<Line> lines = new ArrayList<>(rules);
        frames.forEach(frame -> lines.addAll(List.of(Line.around(frame))));
        for (FieldDefinition field : fields) {
            if (field.tolerance() == 0) {
                lines.addAll(lines(field.place()));
            }
        }
        return lines;
    }

    /** Returns the printed lines of a field: the lattices of its combs, or the frame around a framed free field. */
    public static List<Line> lines(Place place) {
        if (place instanceof Place.Boxes boxes) {
            return boxes.combs().stream().flatMap(comb -> comb.lines().stream()).toList();
        }
        return place instanceof Place.Free free && free.framed() ? List.of(Line.around(free.area())) : List.of();
    }
}
