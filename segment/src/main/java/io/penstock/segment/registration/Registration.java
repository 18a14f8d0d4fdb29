package io.penstock.segment.registration;

import io.penstock.segment.form.FormDefinition;

/** The outcome of looking for forms on a page. */
public sealed interface Registration {

    /**
     * A form was found.
     *
     * @param form      its definition
     * @param transform millimetres on the form to pixels of the upright page image
     * @param residual  root mean square distance between printed and found geometry, millimetres
     * @param support   share (0 to 1) of the printed geometry that was found
     */
    record Found(FormDefinition form, Homography transform, double residual, double support) implements Registration {
    }

    /**
     * No form lies on the page; the nearest one and how far off it is, for a person.
     *
     * @param nearest  the form that fits best, or null where none is registered
     * @param residual its residual, millimetres
     * @param support  its support, 0 to 1
     */
    record NotFound(FormDefinition nearest, double residual, double support) implements Registration {
    }
}
