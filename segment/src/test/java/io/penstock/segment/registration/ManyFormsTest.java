package io.penstock.segment.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.FieldKind;
import io.penstock.schema.FieldRules;
import io.penstock.segment.DrawnForm;
import io.penstock.segment.form.Comb;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import io.penstock.segment.image.PageImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyFormsTest {

    private static final List<FormDefinition> FORMS = IntStream.range(0, 24).mapToObj(ManyFormsTest::form).toList();

    @ParameterizedTest(name = "form-{0} among 24")
    @ValueSource(ints = {0, 5, 9, 14, 23})
    void isToldFromAllOthers(int index) {
        DrawnForm drawn = new DrawnForm(FORMS.get(index), 5.9, index % 5 - 2);

        try (PageImage page = PageImage.decode(drawn.page("test").getImage().array(), 90 * (index % 4)).orElseThrow()) {
            assertThat(new FormRegistrar().register(page, 150.0, FORMS)).isInstanceOfSatisfying(Registration.Found.class,
                found -> assertThat(found.form().name()).isEqualTo("form-" + index));
        }
    }

    @ParameterizedTest(name = "form-{0} among the others")
    @ValueSource(ints = {3, 11})
    void isNotTakenForAnother(int index) {
        DrawnForm drawn = new DrawnForm(FORMS.get(index), 5.9, 1);
        List<FormDefinition> others = FORMS.stream().filter(form -> form != FORMS.get(index)).toList();

        try (PageImage page = PageImage.decode(drawn.page("test").getImage().array(), 0).orElseThrow()) {
            assertThat(new FormRegistrar().register(page, 150.0, others)).isInstanceOfSatisfying(Registration.NotFound.class,
                nearest -> assertThat(nearest.explanation()).isNotBlank());
        }
    }

    /** Returns an A4 form of tables and combs whose places depend on a number. */
    private static FormDefinition form(int index) {
        Random random = new Random(index);
        List<Area> frames = new ArrayList<>();
        List<FieldDefinition> fields = new ArrayList<>();
        double y = 20 + random.nextInt(20);
        while (y < 250) {
            double x = 15 + random.nextInt(60);
            double height = 12 + random.nextInt(25);
            frames.add(new Area(x, y, 195 - x, height));
            int boxes = 3 + random.nextInt(7);
            fields.add(new FieldDefinition("field-" + fields.size(), new Place.Boxes(List.of(new Comb(
                new Area(x + 5 + random.nextInt(40), y + 2, 6 * boxes, 8), boxes))), 0,
                FieldRules.newBuilder().setKind(FieldKind.DIGITS).setRequired(true).build()));
            y += height + 4 + random.nextInt(30);
        }
        return new FormDefinition("form-" + index, "1", "form", 210, 297, List.of(), frames, List.of(), List.of(), fields, List.of(), 0.5,
            0.7);
    }
}
