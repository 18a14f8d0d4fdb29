package io.penstock.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.FormMatch;
import io.penstock.schema.Glyph;
import io.penstock.schema.Relation;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.form.Comb;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Place;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Several sheets on one page: each yields its fields, and what is left that looks like more of one is said. */
class SeveralFormsTest {

    private static final FormDefinition CARD = DrawnForm.shipped("us-zip-card");
    private static final FormDefinition CHEQUE = DrawnForm.shipped("us-cheque");
    private static final FormDefinition TALLY = DrawnForm.shipped("tally");
    private static final int SCALE = 8;
    private static final double[] ONE = {0.5, 0.2, 0.5, 0.8};

    private final FormReader reader = new FormReader(SegmentConfig.of(Map.of()));
    private final BufferedImage flatbed = new BufferedImage(216 * SCALE, 297 * SCALE, BufferedImage.TYPE_BYTE_GRAY);

    SeveralFormsTest() {
        Graphics2D graphics = flatbed.createGraphics();
        graphics.setColor(new Color(245, 245, 245));
        graphics.fillRect(0, 0, flatbed.getWidth(), flatbed.getHeight());
        graphics.dispose();
    }

    @Test
    void eachOfThemYieldsItsFields() throws IOException {
        lay(card(4), 20, 190, 0);
        lay(card(0), 30, 10, 0);
        lay(new DrawnForm(CHEQUE, SCALE, 0), 12, 100, 0);

        SegmentedPage page = read();

        assertThat(page.getMatch().getForm()).isEqualTo("us-zip-card");
        assertThat(page.getFurther()).extracting(FormMatch::getForm).containsExactly("us-cheque", "us-zip-card");
        assertThat(page.getFields()).extracting(SegmentedField::getName).containsExactly("zip", "date#2", "amount#2", "zip#3");
        assertThat(page.getFields()).extracting(SegmentedField::getCopy).containsExactly(1, 2, 2, 3);
        assertThat(page.getFields().get(0).getGlyphs()).extracting(Glyph::getBlank).startsWith(false, true, true, true, true);
        assertThat(page.getFields().get(3).getGlyphs()).extracting(Glyph::getBlank).startsWith(true, true, true, true, false);
        assertThat(page.getFields().get(3).getBox().getY()).isBetween((190 + 27) * SCALE, (190 + 29) * SCALE);
        assertThat(page.getFurther().get(1).getTransform().get(5)).isBetween(189.5 * SCALE, 190.5 * SCALE);
        assertThat(page.getBeside()).isEmpty();
        assertThat(page.getReasons()).isEmpty();
    }

    @Test
    void oneLiesUpsideDownAndAnotherAskew() throws IOException {
        lay(card(1), 20, 10, 180);
        lay(card(3), 40, 150, 6);

        SegmentedPage page = read();

        assertThat(page.getFields()).extracting(SegmentedField::getCopy).containsExactly(1, 2);
        assertThat(page.getFields().get(0).getGlyphs()).extracting(Glyph::getBlank).startsWith(true, false, true, true, true);
        assertThat(page.getFields().get(1).getGlyphs()).extracting(Glyph::getBlank).startsWith(true, true, true, false, true);
        assertThat(page.getBeside()).isEmpty();
    }

    @Test
    void sideBySideTheyComeFromLeftToRightEachWithItsOwnRelations() throws IOException {
        BufferedImage sheets = new BufferedImage(2 * 208 * 5, 297 * 5, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheets.createGraphics();
        for (int i = 0; i < 2; i++) {
            graphics.drawImage(image(new DrawnForm(TALLY, 5, 0)), i * 208 * 5, 0, null);
        }
        graphics.dispose();

        SegmentedPage page = read(sheets);

        assertThat(page.getFields()).extracting(SegmentedField::getCopy).containsExactly(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
        assertThat(page.getFields().get(0).getBox().getX()).isLessThan(208 * 5);
        assertThat(page.getFields().get(6).getBox().getX()).isGreaterThan(208 * 5);
        assertThat(page.getRelations()).containsExactly(
            new Relation("valid", List.of("votes_01", "votes_02")), new Relation("total", List.of("valid", "invalid")),
            new Relation("valid#2", List.of("votes_01#2", "votes_02#2")), new Relation("total#2", List.of("valid#2", "invalid#2")));
    }

    @Test
    void halfOfAFormThatTheScanCutsOffIsSaid() throws IOException {
        lay(card(0), 30, 10, 0);
        lay(new DrawnForm(CHEQUE, SCALE, 0), 130, 150, 0);

        SegmentedPage more = read();

        assertThat(more.getFields()).extracting(SegmentedField::getCopy).containsExactly(1);
        assertThat(more.getBeside()).containsExactly("MORE_ON_PAGE");
        assertThat(more.getSnippet().remaining()).isPositive();
    }

    @Test
    void twoThatLieOnTopOfEachOtherAreOne() throws IOException {
        lay(card(0), 30, 100, 0);
        lay(card(0), 30.2, 100.1, 0);

        assertThat(read().getFields()).extracting(SegmentedField::getCopy).containsExactly(1);
    }

    @Test
    void aSingleFormIsAll() throws IOException {
        for (FormDefinition form : List.of(CARD, CHEQUE, TALLY)) {
            SegmentedPage page = read(image(new DrawnForm(form, SCALE, 1)));
            assertThat(page.getFurther()).isEmpty();
            assertThat(page.getBeside()).isEmpty();
            assertThat(page.getSnippet()).isNull();
        }
    }

    private static DrawnForm card(int box) {
        Comb comb = ((Place.Boxes) CARD.fields().get(0).place()).combs().get(0);
        return new DrawnForm(CARD, SCALE, 0).stroke(comb.box(box), ONE);
    }

    /** Lays a sheet on the flatbed, its corner at these millimetres, turned around its middle. */
    private void lay(DrawnForm sheet, double x, double y, double degrees) throws IOException {
        BufferedImage image = image(sheet);
        Graphics2D graphics = flatbed.createGraphics();
        graphics.translate(x * SCALE, y * SCALE);
        graphics.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
    }

    private static BufferedImage image(DrawnForm form) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(form.page("a").getImage().array()));
    }

    private SegmentedPage read() throws IOException {
        return read(flatbed);
    }

    private SegmentedPage read(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return ((SegmentOutcome.Segmented) reader.read(DrawnForm.page("a", png.toByteArray(), image.getWidth(), image.getHeight()),
            List.of(CARD, CHEQUE, TALLY))).page();
    }
}
