package io.penstock.synth.paper;

import io.penstock.segment.form.Comb;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One printed copy of a form: fields that are not printed at the same place on every copy have theirs here.
 *
 * @param form   the definition
 * @param places where each field stands on this copy, by name
 */
public record FormCopy(FormDefinition form, Map<String, Place> places) {

    /** Prints a copy; fields with a tolerance end up somewhere within half of it. */
    public static FormCopy print(FormDefinition form, RandomGenerator random) {
        Map<String, Place> places = new HashMap<>();
        for (FieldDefinition field : form.fields()) {
            double dx = field.tolerance() * (random.nextDouble() - 0.5);
            double dy = field.tolerance() * (random.nextDouble() - 0.5);
            places.put(field.name(), moved(field.place(), dx, dy));
        }
        return new FormCopy(form, places);
    }

    private static Place moved(Place place, double dx, double dy) {
        if (place instanceof Place.Boxes boxes) {
            return new Place.Boxes(boxes.combs().stream().map(c -> new Comb(moved(c.area(), dx, dy), c.boxes())).toList());
        }
        Place.Free free = (Place.Free) place;
        return new Place.Free(moved(free.area(), dx, dy), free.framed(), free.sign());
    }

    private static Area moved(Area area, double dx, double dy) {
        return new Area(area.x() + dx, area.y() + dy, area.width(), area.height());
    }

    /** Returns where a character or a line may stand: each box, and each free field. */
    public List<Area> rooms() {
        List<Area> rooms = new ArrayList<>();
        for (FieldDefinition field : form.fields()) {
            if (places.get(field.name()) instanceof Place.Boxes boxes) {
                boxes.combs().forEach(comb -> IntStream.range(0, comb.boxes()).mapToObj(comb::box).forEach(rooms::add));
            } else {
                rooms.add(places.get(field.name()).area());
            }
        }
        return rooms;
    }

    /** Returns all printed lines. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>(form.rules());
        for (Area frame : form.frames()) {
            lines.addAll(FormDefinition.lines(new Place.Free(frame, true, 0)));
        }
        form.fields().forEach(field -> lines.addAll(FormDefinition.lines(places.get(field.name()))));
        return lines;
    }
}
