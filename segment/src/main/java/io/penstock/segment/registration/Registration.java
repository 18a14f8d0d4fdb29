package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Homography;
import io.penstock.segment.registration.print.Quadrangle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opencv.core.Point;

/** The outcome of looking for forms on a page. */
public sealed interface Registration {

    /**
     * A form was found.
     *
     * @param form      its definition
     * @param transform millimetres on the form to pixels of the upright page image
     * @param residual  root mean square distance between printed and found geometry, millimetres
     * @param support   share (0 to 1) of the printed geometry that was found
     * @param lost      the form's fiducials, counted from 1 in its order, that are not where they are due
     */
    record Found(FormDefinition form, Homography transform, double residual, double support, List<Integer> lost)
            implements Registration {

        /** Copies the list. */
        public Found {
            lost = List.copyOf(lost);
        }

        /** Returns the same on the page on which what was looked at lies as a map says. */
        Found seenFrom(Homography onPage) {
            return new Found(form, onPage.after(transform).normalized(), residual, support, lost);
        }

        double top() {
            return corners().mapToDouble(corner -> corner.y).min().orElseThrow();
        }

        double bottom() {
            return corners().mapToDouble(corner -> corner.y).max().orElseThrow();
        }

        double left() {
            return corners().mapToDouble(corner -> corner.x).min().orElseThrow();
        }

        private Stream<Point> corners() {
            return Stream.of(sheet(0).corners());
        }

        /** Returns where its sheet is on the page, with a margin around it, millimetres. */
        Quadrangle sheet(double margin) {
            return Quadrangle.of(transform, form.width(), form.height(), margin);
        }
    }

    /**
     * No form lies on the page; the nearest one and how far off it is, for a person.
     *
     * @param nearest  the form that fits best, or null where none is registered
     * @param misfit   what speaks against it
     * @param residual its residual, millimetres
     * @param support  its support, 0 to 1
     */
    record NotFound(FormDefinition nearest, Misfit misfit, double residual, double support) implements Registration {

        /** Returns a sentence for a person. */
        public String explanation() {
            return nearest == null ? "nothing on the page resembles a registered form"
                : String.format(Locale.ROOT,
                    "the nearest is %s: %s, %.0f %% of its printed lines found (%.0f %% needed), %.2f mm off (%.2f mm allowed)",
                    nearest.name(), misfit, 100 * support, 100 * nearest.minSupport(), residual, nearest.maxResidual());
        }
    }
}
