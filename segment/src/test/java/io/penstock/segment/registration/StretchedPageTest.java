package io.penstock.segment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.segment.DrawnForm;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.image.MatScope;
import io.penstock.segment.image.PageImage;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pages whose pixels are not square, with no word about it: a form is found where it lies, or not at all. */
class StretchedPageTest {

    private static final List<FormDefinition> FORMS =
        Stream.of("tally", "cheque-cts2010", "us-zip-card", "us-cheque", "id-strip").map(DrawnForm::shipped).toList();

    private final FormRegistrar registrar = new FormRegistrar();

    @ParameterizedTest(name = "{0} at {1} pixels a millimetre, {2} times as wide and {3} times as high")
    @CsvSource({
        "tally, 6, 1.33, 1",
        "tally, 8, 1, 0.48",
        "tally, 8, 0.75, 1",
        "tally, 6, 1.2, 1",
        "us-zip-card, 8, 1, 0.5",
        "us-zip-card, 8, 1.5, 1",
        "us-cheque, 8, 1.3, 1",
        "us-cheque, 12, 1, 0.48",
        "id-strip, 8, 1.5, 1",
    })
    void isFoundWhereItLies(String name, double scale, double wider, double higher) {
        assertThat(register(name, scale, wider, higher)).as("whether it was found").isTrue();
    }

    @ParameterizedTest(name = "{0} times as wide")
    @CsvSource({"0.48", "0.55", "0.65", "0.7", "0.8", "0.9", "1.1", "1.15", "1.25", "1.4", "1.6", "1.8", "2.08", "2.6"})
    void isNeverFoundBesideItsPlace(double wider) {
        for (FormDefinition form : FORMS) {
            register(form.name(), 8, Math.min(1, wider), Math.min(1, 1 / wider));
        }
    }

    /** Returns whether the form was found; fails where it was found in another place. */
    private boolean register(String name, double scale, double wider, double higher) {
        FormDefinition form = DrawnForm.shipped(name);
        DrawnForm drawn = new DrawnForm(form, scale, 0.6);
        try (PageImage page = stretched(drawn, wider, higher)) {
            if (!(registrar.register(page, null, FORMS) instanceof Registration.Found found)) {
                return false;
            }
            assertThat(found.form().name()).isEqualTo(name);
            form.fields().forEach(field -> {
                Area area = field.place().area();
                double tolerance = (field.tolerance() > 0 ? 1.2 : 0.7) * scale * Math.sqrt(wider * higher);
                for (double[] corner : new double[][] {{area.x(), area.y()}, {area.right(), area.bottom()}}) {
                    Point2D expected = drawn.pixel(corner[0], corner[1]);
                    Point actual = found.transform().map(corner[0], corner[1]);
                    assertThat(Math.hypot(actual.x - wider * expected.getX(), actual.y - higher * expected.getY()))
                        .as("pixels from where %s of %s is, %.2f times as wide and %.2f times as high", field.name(), name, wider, higher)
                        .isLessThan(tolerance);
                }
            });
            return true;
        }
    }

    private static PageImage stretched(DrawnForm drawn, double wider, double higher) {
        try (MatScope mats = new MatScope()) {
            Mat image = mats.own(Imgcodecs.imdecode(mats.own(new MatOfByte(drawn.page("test").getImage().array())),
                Imgcodecs.IMREAD_GRAYSCALE));
            Mat resized = mats.mat();
            Imgproc.resize(image, resized, new Size(), wider, higher, Imgproc.INTER_AREA);
            MatOfByte png = mats.own(new MatOfByte());
            Imgcodecs.imencode(".png", resized, png);
            return PageImage.decode(png.toArray(), 0).orElseThrow();
        }
    }
}
