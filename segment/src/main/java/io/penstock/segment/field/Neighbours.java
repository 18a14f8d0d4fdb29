package io.penstock.segment.field;

import io.penstock.schema.SegmentedField;
import io.penstock.segment.comb.CombCutter;
import java.util.ArrayList;
import java.util.List;

/** What a comb that was not found says about the other fields of its form: where one is not in its place, none may be. */
public final class Neighbours {

    /** Code of a field whose form has a comb that was not found. */
    static final String NEIGHBOUR_NOT_FOUND = "NEIGHBOUR_NOT_FOUND";


    private Neighbours() {
    }

    /** Returns the fields of one form, with a reason on each where a comb of another is not in its place. */
    public static List<SegmentedField> warned(List<SegmentedField> fields) {
        return fields.stream().anyMatch(Neighbours::isLost) ? fields.stream().map(Neighbours::warned).toList() : fields;
    }

    /** A comb that is cut off by the edge of the scan is no sign that the others are in the wrong place. */
    private static boolean isLost(SegmentedField field) {
        return field.getReasons().contains(CombCutter.COMB_NOT_FOUND) && !field.getReasons().contains(FieldCutter.OFF_PAGE);
    }

    private static SegmentedField warned(SegmentedField field) {
        if (isLost(field)) {
            return field;
        }
        List<String> reasons = new ArrayList<>(field.getReasons());
        reasons.add(NEIGHBOUR_NOT_FOUND);
        return SegmentedField.newBuilder(field).setReasons(reasons).build();
    }
}
