package io.penstock.segment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.DrawnForm;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.image.PageImage;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Point;

class FormRegistrarTest {

    private static final List<FormDefinition> FORMS =
        Stream.of("tally", "cheque-cts2010", "us-zip-card", "us-cheque").map(DrawnForm::shipped).toList();

    private final FormRegistrar registrar = new FormRegistrar();

    @ParameterizedTest(name = "{0} at {1} pixels a millimetre, tilted {2} degrees, scanned {3} degrees turned")
    @CsvSource({
        "tally, 4.3, 0, 0",
        "tally, 8, 2.5, 0",
        "tally, 6, -1, 180",
        "us-zip-card, 7.9, 1.5, 0",
        "us-zip-card, 11.8, -8, 0",
        "us-zip-card, 7.9, 0.7, 90",
        "us-cheque, 7.9, -1.2, 0",
        "us-cheque, 11.8, 0.4, 270",
        "cheque-cts2010, 11.8, 0.8, 0",
    })
    void findsWhichFormItIsAndWhereItLies(String name, double scale, double tilt, int turn) {
        FormDefinition form = DrawnForm.shipped(name);
        DrawnForm drawn = new DrawnForm(form, scale, tilt);

        try (PageImage page = PageImage.decode(bytes(drawn), turn).orElseThrow()) {
            Registration registration = registrar.register(page, null, FORMS);

            assertThat(registration).isInstanceOfSatisfying(Registration.Found.class, found -> {
                assertThat(found.form().name()).isEqualTo(name);
                assertThat(found.residual()).isLessThan(0.25);
                form.fields().forEach(field -> {
                    Area area = field.place().area();
                    double tolerance = (field.tolerance() > 0 ? 1.0 : 0.5) * scale;
                    assertThat(found.transform().map(area.x(), area.y()))
                        .matches(place -> distance(place, turned(drawn.pixel(area.x(), area.y()), page, turn)) < tolerance,
                            "within " + tolerance + " pixels of where " + field.name() + " was drawn");
                });
            });
        }
    }

    @Test
    void saysThatNoFormFitsAPageOfRuledPaper() {
        FormDefinition form = DrawnForm.shipped("us-zip-card");
        DrawnForm blank = new DrawnForm(new FormDefinition("ruled", "1", "ruled", 210, 297, List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), 1, 1), 6, 0);
        for (int i = 0; i < 30; i++) {
            blank.stroke(new Area(20, 20 + 8 * i, 170, 1), 0, 0, 1, 0);
        }

        try (PageImage page = PageImage.decode(bytes(blank), 0).orElseThrow()) {
            assertThat(registrar.register(page, 150.0, List.of(form))).isInstanceOf(Registration.NotFound.class);
        }
    }

    @Test
    void doesNotTakeAGridOfBoxesForAForm() {
        DrawnForm grid = new DrawnForm(new FormDefinition("grid", "1", "grid", 202, 92, List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), 1, 1), 11.8, 0);
        Area all = new Area(10, 5, 180, 80);
        for (int i = 0; i <= 36; i++) {
            grid.stroke(all, i / 36.0, 0, i / 36.0, 1);
        }
        for (int i = 0; i <= 15; i++) {
            grid.stroke(all, 0, i / 15.0, 1, i / 15.0);
        }

        try (PageImage page = PageImage.decode(bytes(grid), 0).orElseThrow()) {
            assertThat(registrar.register(page, 300.0, FORMS)).isInstanceOf(Registration.NotFound.class);
        }
    }

    private static byte[] bytes(DrawnForm drawn) {
        return drawn.page("test").getImage().array();
    }

    private static Point2D turned(Point2D place, PageImage page, int degrees) {
        return switch (degrees) {
            case 90 -> new Point2D.Double(page.width() - place.getY(), place.getX());
            case 180 -> new Point2D.Double(page.width() - place.getX(), page.height() - place.getY());
            case 270 -> new Point2D.Double(place.getY(), page.height() - place.getX());
            default -> place;
        };
    }

    private static double distance(Point place, Point2D expected) {
        return Math.hypot(place.x - expected.getX(), place.y - expected.getY());
    }
}
