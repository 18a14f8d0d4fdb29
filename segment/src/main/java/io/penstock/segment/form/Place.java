package io.penstock.segment.form;

import io.penstock.segment.geometry.Area;
import java.util.List;

/** Where the characters of a field stand. */
public sealed interface Place {

    /** Returns the smallest rectangle that holds the field. */
    Area area();

    /**
     * Character boxes: one comb, or several that are read one after the other (a date in 2+2+4 boxes).
     *
     * @param combs at least one, in reading order
     */
    record Boxes(List<Comb> combs) implements Place {

        /** Copies the list. */
        public Boxes {
            combs = List.copyOf(combs);
        }

        @Override
        public Area area() {
            return combs.stream().map(Comb::area).reduce(Area::union).orElseThrow();
        }

        /** Returns the number of boxes of all combs. */
        public int count() {
            return combs.stream().mapToInt(Comb::boxes).sum();
        }
    }

    /**
     * A free field: digits written without boxes.
     *
     * @param area   where people write
     * @param framed whether a line is printed around the area
     * @param sign   how far from the left edge, millimetres, a printed line may stand that has a currency sign before it; 0: there is none
     */
    record Free(Area area, boolean framed, double sign) implements Place {
    }
}
