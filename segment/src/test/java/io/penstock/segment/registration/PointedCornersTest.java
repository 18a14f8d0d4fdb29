package io.penstock.segment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.DrawnForm;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.image.PageImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.Point;

/** A person points at the corners of a form that is not found. */
class PointedCornersTest {

    private static final FormDefinition FORM = DrawnForm.shipped("us-zip-card");
    /** Lies more slantwise than forms are looked for. */
    private static final SeenSheet SLANTED = new SeenSheet(FORM, 150 / 25.4, 33, 0, 0.03, 0, false, 250);

    private final FormRegistrar registrar = new FormRegistrar();

    private static List<Point> corners(double shiftMm) {
        return List.of(SLANTED.pixel(shiftMm, 0), SLANTED.pixel(FORM.width(), -shiftMm),
            SLANTED.pixel(FORM.width() + shiftMm, FORM.height()), SLANTED.pixel(0, FORM.height() - shiftMm));
    }

    @Test
    void theFormIsFoundWhereAPersonSaysAlthoughTheHandIsNotSteady() {
        try (PageImage page = SLANTED.image()) {
            assertThat(registrar.register(page, null, List.of(FORM))).isInstanceOf(Registration.NotFound.class);

            assertThat(registrar.registerAt(page, corners(1.5), FORM).first()).isInstanceOfSatisfying(Registration.Found.class, found ->
                FORM.fields().forEach(field -> {
                    Point expected = SLANTED.pixel(field.place().area().x(), field.place().area().y());
                    Point actual = found.transform().map(field.place().area().x(), field.place().area().y());
                    assertThat(Math.hypot(actual.x - expected.x, actual.y - expected.y) / SLANTED.pixelsPerMm()).isLessThan(0.7);
                }));
        }
    }

    @Test
    void nothingIsTakenForTheFormWhereThePrintIsNot() {
        try (PageImage page = SLANTED.image()) {
            assertThat(registrar.registerAt(page, corners(-60), FORM).found()).isEmpty();
        }
    }
}
