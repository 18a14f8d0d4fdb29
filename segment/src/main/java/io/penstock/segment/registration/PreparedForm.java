package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import java.util.List;

/**
 * A form with all that is the same for every page it is looked for on.
 *
 * @param definition the form
 * @param turns      its geometry upright and turned clockwise by 90, 180 and 270 degrees
 * @param printed    length of all its printed lines, millimetres
 */
record PreparedForm(FormDefinition definition, List<Geometry> turns, double printed) {

    static PreparedForm of(FormDefinition form) {
        return new PreparedForm(form, Geometry.allWaysUp(form), form.rigidLines().stream().mapToDouble(Line::length).sum());
    }
}
