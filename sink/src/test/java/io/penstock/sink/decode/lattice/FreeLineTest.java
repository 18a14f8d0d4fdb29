package io.penstock.sink.decode.lattice;

import static io.penstock.sink.Readings.field;
import static io.penstock.sink.Readings.glyph;
import static io.penstock.sink.Readings.page;
import static io.penstock.sink.Readings.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.Box;
import io.penstock.schema.Candidate;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedGlyph;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.DecoderSettings;
import io.penstock.sink.decode.NumberDecoder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FreeLineTest {

    private static final double WHOLE = 0.99;
    private final NumberDecoder decoder = new NumberDecoder(DecoderSettings.standard());

    @Test
    void aMarkAsLowAsACommaSeparatesAndOneAsTallAsADigitIsDoubted() {
        List<ClassifiedGlyph> comma = List.of(digit(0, "5"), glyph(1, 2, "X:0.5/1:0.5", WHOLE, new Box(22, 27, 5, 8)), digit(2, "7"));
        List<ClassifiedGlyph> scrawl = List.of(digit(0, "5"), glyph(1, 2, "X:0.5/1:0.5", WHOLE, new Box(22, 10, 8, 20)), digit(2, "7"));

        assertThat(decode(FieldKind.DIGITS, comma).text()).isEqualTo("57");
        assertThat(decode(FieldKind.DIGITS, scrawl).text()).isEqualTo("517");
        assertThat(decode(FieldKind.DIGITS, scrawl).status()).isEqualTo(NumberStatus.REVIEW);
    }

    @Test
    void theRawReadingShowsWhichMarksWereTakenForWhat() {
        DecodedField amount = decode(FieldKind.AMOUNT, List.of(
            glyph(0, 1, "X", WHOLE, new Box(0, 8, 12, 24)), digit(1, "1"), glyph(2, 3, "X:0.9/1:0.1", WHOLE, new Box(44, 27, 5, 8)),
            digit(3, "2"), digit(4, "5"), digit(5, "0"), glyph(6, 7, "X", WHOLE, new Box(124, 18, 18, 4))));
        assertThat(amount.raw()).isEqualTo("*1,250-");
        assertThat(amount.value()).isEqualTo("1250");
    }

    @Test
    void waysToCutTheSameStringAddUp() {
        List<ClassifiedGlyph> one = List.of(digit(0, "4"), glyph(1, 3, "0:0.6/6:0.4", 0.5, new Box(20, 10, 14, 20)),
            glyph(1, 2, "X:0.98/0:0.02", 0.5, new Box(20, 10, 4, 6)), glyph(2, 3, "0:0.6/6:0.4", 0.5, new Box(21, 10, 13, 20)));
        DecodedField number = decode(FieldKind.DIGITS, one);
        double all = number.candidates().stream().filter(c -> c.getText().equals("40")).mapToDouble(Candidate::getConfidence).sum();
        assertThat(number.text()).isEqualTo("40");
        assertThat(all).isGreaterThan(0.5);
    }

    @Test
    void aDecimalPointInAWholeNumberIsReviewed() {
        DecodedField number = decode(FieldKind.INTEGER, List.of(digit(0, "1"), digit(1, "2"),
            glyph(2, 3, "X", WHOLE, new Box(44, 27, 4, 4)), digit(3, "5")));
        assertThat(number.status()).isEqualTo(NumberStatus.REVIEW);
        assertThat(number.confidence()).isLessThan(0.6);
    }

    @Test
    void inkThatIsNoDigitIsNotReadWithConfidence() {
        DecodedField scribble = decode(FieldKind.AMOUNT, List.of(glyph(0, 1, "X:0.95/8:0.05", WHOLE, new Box(0, 10, 14, 20)),
            digit(1, "3")));
        assertThat(scribble.status()).isEqualTo(NumberStatus.REVIEW);
    }

    @Test
    void aLineOfMarksAloneIsEmpty() {
        DecodedField dash = decode(FieldKind.AMOUNT, List.of(glyph(0, 1, "X", WHOLE, new Box(0, 18, 30, 4))));
        assertThat(dash.text()).isEmpty();
        assertThat(dash.reasons()).contains("REQUIRED_EMPTY");
    }

    @Test
    void theLineIsFirstLaidThroughWhatReadsWellAsDigits() {
        ClassifiedGlyph half = glyph(0, 1, "4:0.5/9:0.25/X:0.25", WHOLE, new Box(0, 10, 14, 20));
        ClassifiedGlyph doubtful = glyph(1, 2, "4:0.49/9:0.49", WHOLE, new Box(20, 10, 14, 20));
        ClassifiedGlyph mark = glyph(2, 3, "X", WHOLE, new Box(40, 10, 14, 20));
        ClassifiedGlyph clear = digit(3, "7");
        assertThat(likely(half, doubtful, mark, clear)).containsExactlyInAnyOrder(half.getBox(), clear.getBox());
        assertThat(likely(doubtful, mark)).containsExactly(doubtful.getBox(), mark.getBox());
    }

    @Test
    void ofGlyphsOverTheSameInkTheLikelierAndTheHigherIsTakenForADigit() {
        ClassifiedGlyph whole = glyph(0, 2, "4:0.6", 0.5, new Box(0, 10, 14, 20));
        ClassifiedGlyph left = glyph(0, 1, "1:0.6", 0.5, new Box(0, 10, 6, 19));
        ClassifiedGlyph right = glyph(1, 2, "1:0.6", 0.5, new Box(8, 10, 6, 21));
        assertThat(likely(whole, left)).containsExactly(whole.getBox());
        assertThat(likely(left, whole, right)).containsExactly(right.getBox(), left.getBox());
        ClassifiedGlyph likelier = ClassifiedGlyph.newBuilder(left).setPrior(0.9).build();
        assertThat(likely(whole, likelier)).containsExactly(left.getBox());
        ClassifiedGlyph clearer = glyph(0, 1, "1:0.9", 0.5, left.getBox());
        assertThat(likely(whole, clearer)).containsExactly(left.getBox());
    }

    private static List<Box> likely(ClassifiedGlyph... glyphs) {
        return FreeLine.likelyDigits(field("line", rules(FieldKind.AMOUNT).build(), 9, List.of(glyphs)));
    }

    @Test
    void theLineIsLaidOnceMoreThroughTheDigitsOfTheBestReading() {
        List<ClassifiedGlyph> amount = List.of(glyph(0, 1, "5:0.49/X:0.3/6:0.21", WHOLE, new Box(0, 10, 14, 20)),
            glyph(1, 2, "7:0.49/X:0.3/2:0.21", WHOLE, new Box(20, 10, 14, 20)), glyph(2, 3, "0:0.9/X:0.1", WHOLE, new Box(40, 22, 8, 8)),
            glyph(3, 4, "0:0.9/X:0.1", WHOLE, new Box(60, 22, 8, 8)));
        ClassifiedField line = field("line", rules(FieldKind.AMOUNT).build(), 5, amount);
        assertThat(FreeLine.likelyDigits(line)).containsExactly(new Box(40, 22, 8, 8), new Box(60, 22, 8, 8));
        assertLaid(line, "5700", List.of(0, 1, 2, 3));

        List<ClassifiedGlyph> dash = List.of(digit(0, "5"), digit(1, "7"), glyph(2, 3, "1:0.5/X:0.5", WHOLE, new Box(40, 18, 18, 4)),
            glyph(3, 4, "1:0.5/X:0.5", WHOLE, new Box(60, 18, 18, 4)), glyph(4, 5, "1:0.5/X:0.5", WHOLE, new Box(80, 18, 18, 4)));
        assertLaid(field("line", rules(FieldKind.AMOUNT).build(), 6, dash), "57/--", List.of(0, 1));
    }

    @Test
    void aReadingWithoutDigitsLaysNoLine() {
        List<ClassifiedGlyph> stroke = List.of(glyph(0, 1, "0:0.5/X:0.5", WHOLE, new Box(0, 10, 2, 20)));
        assertLaid(field("line", rules(FieldKind.AMOUNT).build(), 2, stroke), "*", List.of(0));
    }

    /** Holds the weights of a line against those of the line through certain glyphs. */
    private static void assertLaid(ClassifiedField field, String raw, List<Integer> digits) {
        LineModel model = LineModel.shipped();
        LineMeasure measure = LineMeasure.of(digits.stream().map(i -> field.getGlyphs().get(i).getBox()).toList());
        List<Path> best = new ArrayList<>();
        FreeLine.lattice(field, model).visit(path -> best.add(path) && best.size() < 1);
        assertThat(best.get(0).steps()).extracting(step -> Edge.letter(step.symbol())).containsExactly(
            raw.chars().mapToObj(letter -> (char) letter).toArray(Character[]::new));
        assertThat(best.get(0).steps()).allSatisfy(step -> assertThat(step.edge().weights()[step.symbol()])
            .isEqualTo(model.weight(step.edge().glyph(), measure.shape(step.edge().box()), step.symbol())));
    }

    @Property(tries = 80)
    void posteriorsNeverAddUpToMoreThanOneAndEveryCandidateIsDigitsWithAPointAtMost(@ForAll("lines") ClassifiedField line) {
        DecodedField number = decoder.decode(page(List.of(line))).get(0);
        assertThat(number.candidates().stream().mapToDouble(Candidate::getConfidence).sum()).isLessThanOrEqualTo(1.000001);
        assertThat(number.candidates()).allMatch(candidate -> candidate.getText().matches("[0-9]+(\\.[0-9]{1,2})?"));
        assertThat(number.digits().stream().map(digit -> digit.getDigit()).reduce("", String::concat)).isEqualTo(number.text());
        if (number.status() == NumberStatus.ACCEPTED) {
            assertThat(number.value()).isNotNull();
        }
    }

    @Provide
    Arbitrary<ClassifiedField> lines() {
        Arbitrary<String> what = Arbitraries.of("1", "0:0.6/6:0.4", "X", "X:0.5/1:0.5", "8:0.9/X:0.1", "3:0.4/5:0.4");
        Arbitrary<Box> box = Combinators.combine(Arbitraries.integers().between(2, 30), Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(2, 40)).as((width, y, height) -> new Box(0, y, width, height));
        Arbitrary<ClassifiedGlyph> glyph = Combinators.combine(what, box, Arbitraries.doubles().between(0.01, WHOLE))
            .as((reading, place, prior) -> glyph(0, 1, reading, prior, place));
        return Combinators.combine(glyph.list().ofMinSize(3).ofMaxSize(12),
            Arbitraries.of(FieldKind.AMOUNT, FieldKind.INTEGER, FieldKind.ZIP))
            .as((glyphs, kind) -> line(kind, glyphs));
    }

    /** Lays glyphs in a row: two out of three are pieces, every third joins two. */
    private static ClassifiedField line(FieldKind kind, List<ClassifiedGlyph> glyphs) {
        List<ClassifiedGlyph> placed = new ArrayList<>();
        int node = 0;
        for (int i = 0; i < glyphs.size(); i++) {
            boolean join = i % 3 == 2;
            Box box = glyphs.get(i).getBox();
            int from = join ? node - 2 : node;
            placed.add(ClassifiedGlyph.newBuilder(glyphs.get(i)).setFrom(from).setTo(join ? node : node + 1)
                .setBox(new Box(25 * from, box.getY(), box.getWidth(), box.getHeight())).build());
            node += join ? 0 : 1;
        }
        return field("line", rules(kind).build(), node + 1, placed);
    }

    private static ClassifiedGlyph digit(int at, String what) {
        return glyph(at, at + 1, what, WHOLE, new Box(20 * at, 10, 14, 20));
    }

    private DecodedField decode(FieldKind kind, List<ClassifiedGlyph> glyphs) {
        int last = glyphs.stream().mapToInt(ClassifiedGlyph::getTo).max().orElse(0);
        return decoder.decode(page(List.of(field("line", rules(kind).build(), last + 1, glyphs)))).get(0);
    }
}
