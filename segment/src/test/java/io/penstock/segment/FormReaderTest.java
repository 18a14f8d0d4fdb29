package io.penstock.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.penstock.schema.Glyph;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.form.Comb;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Place;
import io.penstock.segment.geometry.Area;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FormReaderTest {

    private static final FormDefinition CARD = DrawnForm.shipped("us-zip-card");
    private static final FormDefinition CHEQUE = DrawnForm.shipped("us-cheque");
    private static final double[] SEVEN = {0.2, 0.2, 0.8, 0.2, 0.4, 0.85};
    private static final double[] ONE = {0.5, 0.15, 0.5, 0.85};

    private final FormReader reader = new FormReader(SegmentConfig.of(Map.of()));

    @Test
    void cutsWrittenBoxesIntoGlyphsAndTellsBlankOnes() {
        DrawnForm drawn = new DrawnForm(CARD, 8, 1).stroke(box(0), SEVEN).stroke(box(2), ONE);

        SegmentedField zip = read(drawn.page("a")).getFields().get(0);

        assertThat(zip.getNodes()).isEqualTo(10);
        assertThat(zip.getGlyphs()).extracting(Glyph::getBlank).containsExactly(false, true, false, true, true, true, true, true, true);
    }

    @Test
    void normalizesGlyphsLikeMnist() {
        DrawnForm drawn = new DrawnForm(CARD, 8, 0).stroke(box(0), SEVEN).stroke(box(1), ONE);

        SegmentedField zip = read(drawn.page("a")).getFields().get(0);

        for (Glyph glyph : zip.getGlyphs().subList(0, 2)) {
            byte[] pixels = glyph.getPixels().array();
            assertThat(pixels).hasSize(784);
            assertThat(inkExtent(pixels)).isBetween(19, 21);
            assertThat(centreOfMass(pixels)).satisfies(centre -> {
                assertThat(centre[0]).isBetween(13.0, 14.5);
                assertThat(centre[1]).isBetween(13.0, 14.5);
            });
        }
    }

    @Test
    void dropsOutTheBoxLineThatAStrokeCrosses() {
        DrawnForm crossing = new DrawnForm(CARD, 8, 0).stroke(box(1), 0.5, 0.2, 0.5, 1.15);

        Glyph one = read(crossing.page("a")).getFields().get(0).getGlyphs().get(1);

        assertThat(one.getBlank()).isFalse();
        assertThat(columnsWithInk(one.getPixels().array())).as("a vertical stroke alone, no piece of the box's lower line").isLessThan(7);
    }

    @Test
    void aPieceOfABoxLineThatWasPrintedThickIsNoWriting() {
        SegmentedField plain = read(new DrawnForm(CARD, 8, 0).stroke(box(0), SEVEN).page("a")).getFields().get(0);
        DrawnForm uneven = new DrawnForm(CARD, 8, 0).stroke(box(0), SEVEN).stroke(box(0), 1.0, 0.3, 1.0, 0.75)
            .stroke(box(0), 0.97, 0.3, 0.97, 0.75);

        SegmentedField zip = read(uneven.page("a")).getFields().get(0);

        assertThat(zip.getGlyphs().get(0).getBox().getWidth()).isCloseTo(plain.getGlyphs().get(0).getBox().getWidth(), within(2));
        assertThat(zip.getGlyphs().get(1).getBlank()).isTrue();
    }

    @Test
    void aPersonSeesTheFieldUprightHoweverThePageLies() throws IOException {
        SegmentedField upright = read(new DrawnForm(CARD, 8, 0).stroke(box(0), SEVEN).page("a")).getFields().get(0);
        SegmentedField turned = read(new DrawnForm(CARD, 8, 180).stroke(box(0), SEVEN).page("b")).getFields().get(0);

        assertThat(difference(picture(upright), picture(turned))).as("mean difference in grey levels").isLessThan(8);
    }

    @Test
    void cutsAFreeAmountIntoALattice() {
        Area frame = CHEQUE.fields().get(1).place().area();
        DrawnForm drawn = new DrawnForm(CHEQUE, 8, 0);
        for (int i = 0; i < 3; i++) {
            drawn.stroke(new Area(frame.x() + 3 + 5 * i, frame.y() + 2, 3, 5), SEVEN);
        }

        SegmentedField amount = read(drawn.page("a")).getFields().get(1);

        assertThat(amount.getReasons()).isEmpty();
        assertThat(amount.getGlyphs().stream().filter(glyph -> glyph.getTo() == glyph.getFrom() + 1 && glyph.getPrior() > 0.9)).hasSize(3);
        assertThat(amount.getNodes()).isEqualTo(4);
    }

    @Test
    void neverGuessesOnAPageWithoutAForm() {
        DrawnForm other = new DrawnForm(DrawnForm.shipped("tally"), 5, 0);

        SegmentedPage page = read(other.page("a"));

        assertThat(page.getMatch()).isNull();
        assertThat(page.getFields()).isEmpty();
        assertThat(page.getReasons()).containsExactly("NO_FORM_MATCHES");
        assertThat(page.getSnippet().remaining()).isPositive();
    }

    @Test
    void saysThatANamedFormIsUnknownOrDoesNotFit() {
        Page page = new DrawnForm(CARD, 8, 0).page("a");

        assertThat(read(Page.newBuilder(page).setForm("nowhere").build()).getReasons()).containsExactly("FORM_UNKNOWN");
        assertThat(read(Page.newBuilder(page).setForm("us-cheque").build()).getReasons()).startsWith("FORM_DOES_NOT_FIT").hasSize(2);
    }

    @Test
    void acceptsNoFieldOfAFormOfWhichACombIsNotFound() {
        FormDefinition tally = DrawnForm.shipped("tally");
        FormDefinition printed = without(tally, 4, -1);

        SegmentedPage page = ((SegmentOutcome.Segmented) reader.read(new DrawnForm(printed, 6, 0).page("a"), List.of(tally))).page();

        assertThat(page.getFields()).extracting(SegmentedField::getReasons).containsExactly(List.of("NEIGHBOUR_NOT_FOUND"),
            List.of("NEIGHBOUR_NOT_FOUND"), List.of("NEIGHBOUR_NOT_FOUND"), List.of("NEIGHBOUR_NOT_FOUND"), List.of("COMB_NOT_FOUND"),
            List.of("NEIGHBOUR_NOT_FOUND"));
    }

    @Test
    void saysWhichFiducialIsNotWhereItIsDue() {
        FormDefinition tally = DrawnForm.shipped("tally");
        FormDefinition printed = without(tally, -1, 2);

        SegmentedPage page = ((SegmentOutcome.Segmented) reader.read(new DrawnForm(printed, 6, 0).page("a"), List.of(tally))).page();

        assertThat(page.getReasons()).isEmpty();
        assertThat(page.getFields()).allMatch(field -> field.getReasons().equals(List.of("FIDUCIAL_3_MISSING")));
    }

    /** Returns a form without one of its fields and one of its fiducials. */
    private static FormDefinition without(FormDefinition form, int field, int fiducial) {
        return new FormDefinition(form.name(), form.version(), form.title(), form.width(), form.height(), but(form.fiducials(), fiducial),
            form.frames(), form.rules(), form.labels(), but(form.fields(), field), List.of(), form.maxResidual(), form.minSupport());
    }

    private static <T> List<T> but(List<T> all, int index) {
        return IntStream.range(0, all.size()).filter(i -> i != index).mapToObj(all::get).toList();
    }

    @Test
    void refusesAnImageThatCannotBeDecoded() {
        Page page = DrawnForm.page("a", new byte[] {1, 2, 3}, 10, 10);

        assertThat(reader.read(page, List.of(CARD))).isInstanceOfSatisfying(SegmentOutcome.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(SegmentError.IMAGE_UNREADABLE));
    }

    @Test
    void refusesAPageLargerThanTheLimit() {
        Page page = DrawnForm.page("a", new byte[0], 50_000, 50_000);

        assertThat(reader.read(page, List.of(CARD))).isInstanceOfSatisfying(SegmentOutcome.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo(SegmentError.PAGE_TOO_LARGE));
    }

    private SegmentedPage read(Page page) {
        return ((SegmentOutcome.Segmented) reader.read(page, List.of(CARD, CHEQUE))).page();
    }

    private static Area box(int index) {
        Comb comb = ((Place.Boxes) CARD.fields().get(0).place()).combs().get(0);
        return comb.box(index);
    }

    private static BufferedImage picture(SegmentedField field) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(field.getSnippet().array()));
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        long sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum += Math.abs(one.getRaster().getSample(x, y, 0) - other.getRaster().getSample(x, y, 0));
            }
        }
        return sum / (double) (width * height);
    }

    private static int inkExtent(byte[] pixels) {
        int rows = 0;
        for (int y = 0; y < 28; y++) {
            boolean ink = false;
            for (int x = 0; x < 28; x++) {
                ink |= (pixels[28 * y + x] & 0xff) > 20;
            }
            rows += ink ? 1 : 0;
        }
        return rows;
    }

    private static int columnsWithInk(byte[] pixels) {
        int columns = 0;
        for (int x = 0; x < 28; x++) {
            boolean ink = false;
            for (int y = 0; y < 28; y++) {
                ink |= (pixels[28 * y + x] & 0xff) > 60;
            }
            columns += ink ? 1 : 0;
        }
        return columns;
    }

    private static double[] centreOfMass(byte[] pixels) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < pixels.length; i++) {
            int value = pixels[i] & 0xff;
            sum += value;
            x += value * (double) (i % 28);
            y += value * (double) (i / 28);
        }
        return new double[] {x / sum, y / sum};
    }
}
