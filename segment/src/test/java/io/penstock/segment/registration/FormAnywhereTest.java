package io.penstock.segment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.DrawnForm;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.image.PageImage;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.opencv.core.Point;

/** Sheets that lie any way up, tilted, seen at an angle, torn, watermarked, near or far. */
class FormAnywhereTest {

    private static final List<FormDefinition> FORMS =
        Stream.of("tally", "tally2014", "us-zip-card", "us-cheque").map(DrawnForm::shipped).toList();
    /** The boxes of a comb are looked for 1.2 mm around. */
    private static final double TOLERANCE_MM = 0.7;
    private static final int LARGEST_SIDE = 3600;

    private final FormRegistrar registrar = new FormRegistrar();

    @Property(tries = 14, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE, seed = "20140709")
    void isFoundWhereItLies(@ForAll("sheets") SeenSheet sheet) {
        try (PageImage page = sheet.image()) {
            Registration registration = registrar.register(page, null, FORMS);

            assertThat(registration).isInstanceOfSatisfying(Registration.Found.class, found -> {
                assertThat(found.form().name()).isEqualTo(sheet.form().name());
                sheet.form().fields().forEach(field -> {
                    Area area = field.place().area();
                    assertClose(sheet, field.tolerance(), found, area.x(), area.y());
                    assertClose(sheet, field.tolerance(), found, area.right(), area.bottom());
                });
            });
        }
    }

    private static void assertClose(SeenSheet sheet, double tolerance, Registration.Found found, double x, double y) {
        Point expected = sheet.pixel(x, y);
        Point actual = found.transform().map(x, y);
        double millimetres = Math.hypot(actual.x - expected.x, actual.y - expected.y) / sheet.pixelsPerMm();
        // what a form lets move from copy to copy is looked for again where it is cut
        assertThat(millimetres).as("distance in mm at %.1f, %.1f of %s", x, y, sheet.form().name())
            .isLessThan(tolerance > 0 ? tolerance : TOLERANCE_MM);
    }

    @Provide
    Arbitrary<SeenSheet> sheets() {
        return Combinators.combine(Arbitraries.of(FORMS), Arbitraries.doubles().between(100, 600), Arbitraries.doubles().between(-15, 15),
                Arbitraries.integers().between(0, 3), Arbitraries.doubles().between(0, 0.03), Arbitraries.integers().between(0, 7),
                Arbitraries.of(true, false), Arbitraries.of(250, 140))
            .as((form, dpi, tilt, turn, keystone, torn, watermark, desk) ->
                new SeenSheet(form, resolution(form, dpi), tilt, turn, keystone, torn, watermark, desk));
    }

    private static double resolution(FormDefinition form, double dpi) {
        return Math.min(dpi / 25.4, LARGEST_SIDE / Math.max(form.width(), form.height()));
    }
}
