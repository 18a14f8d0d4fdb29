package io.penstock.app.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.config.Settings;
import io.penstock.app.evaluate.ScoredField;
import io.penstock.app.evaluate.Truth;
import io.penstock.app.stage.Stage;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import io.penstock.synth.option.PenOptions;
import io.penstock.synth.option.SampleOptions;
import io.penstock.synth.option.ScanFormat;
import io.penstock.synth.option.ScanOptions;
import io.penstock.synth.option.Tone;
import io.penstock.synth.sample.SampleGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of numbers that people did not write as the form asks, on samples of the project's own. */
class AwkwardWritingTest {

    private static final PenOptions PEN = PenOptions.defaults();
    private static final ScanOptions SCAN = new ScanOptions(1, 0.2, 200, 200, Tone.GREY, List.of(ScanFormat.PNG));

    private static List<FormDefinition> boxes;
    private static List<FormDefinition> cheque;
    private static DirectReader reader;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws Exception {
        boxes = List.of(form("tally.yaml"), form("us-zip-card.yaml"));
        cheque = List.of(form("us-cheque.yaml"));
        List<FormDefinition> all = Stream.of(boxes, cheque).flatMap(List::stream).toList();
        reader = new DirectReader(Settings.of(Stage.definitions(), null, Map.of(), Map.of()), all);
    }

    private static FormDefinition form(String name) throws Exception {
        return new FormParser().parse(name, Files.readString(Path.of("..", "forms", name)));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void digitsThatTouchTheLinesOfTheirBoxesAreRead() throws Exception {
        List<ScoredField> fields = read(new PenOptions(PEN.sloppiness(), PEN.faint(), 0.5, PEN.blank()), Mishaps.none());
        assertThat(share(fields.stream().filter(ScoredField::isRight).count(), fields)).isGreaterThan(0.8);
        assertThat(fields).noneMatch(AwkwardWritingTest::isWronglyAccepted);
    }

    @Test
    void digitsThatLeaveTheirBoxesAreRead() throws Exception {
        List<ScoredField> fields = read(PEN, Mishaps.of(Mishap.LEAVING, 0.3));
        assertThat(share(fields.stream().filter(ScoredField::isRight).count(), fields)).isGreaterThan(0.8);
        assertThat(fields).noneMatch(AwkwardWritingTest::isWronglyAccepted);
    }

    @Test
    void aStruckOutDigitSendsItsFieldToAPerson() throws Exception {
        List<ScoredField> fields = read(PEN, Mishaps.of(Mishap.STRUCK, 0.3));
        assertSentToAPerson(fields, "STRUCK_OUT");
        assertThat(fields).noneMatch(AwkwardWritingTest::isWronglyAccepted);
    }

    @Test
    void anOverwrittenDigitSendsItsFieldToAPerson() throws Exception {
        assertSentToAPerson(read(PEN, Mishaps.of(Mishap.OVERWRITTEN, 0.3)), "OVERWRITTEN");
    }

    @Test
    void neitherReasonIsGivenWhereNothingWasAltered() throws Exception {
        assertThat(read(PEN, Mishaps.none())).flatExtracting(field -> field.number().orElseThrow().getReasons())
            .doesNotContain("STRUCK_OUT", "OVERWRITTEN");
    }

    @Test
    void aStruckOutNumberOnAFreeLineGoesToAPerson() throws Exception {
        List<ScoredField> amounts = read(PEN, Mishaps.of(Mishap.STRUCK, 1), cheque).stream()
            .filter(field -> field.truth().field().equals("amount")).toList();
        assertSentToAPerson(amounts, "STRUCK_OUT");
        assertThat(amounts).noneMatch(AwkwardWritingTest::isWronglyAccepted);
    }

    @Test
    void anAmountThatIsNotStruckOutIsNotTakenForOne() throws Exception {
        assertThat(read(PEN, Mishaps.none(), cheque)).flatExtracting(field -> field.number().orElseThrow().getReasons())
            .doesNotContain("STRUCK_OUT");
    }

    private static void assertSentToAPerson(List<ScoredField> fields, String reason) {
        List<RecognizedNumber> altered = fields.stream().map(field -> field.number().orElseThrow())
            .filter(number -> number.getReasons().contains(reason)).toList();
        assertThat(altered).isNotEmpty().allMatch(number -> number.getStatus() == NumberStatus.REVIEW);
    }

    private static boolean isWronglyAccepted(ScoredField field) {
        return field.isAccepted() && !field.isRight();
    }

    private static double share(long some, List<ScoredField> all) {
        return (double) some / all.size();
    }

    /** Makes a few forms with boxes and reads them. */
    private List<ScoredField> read(PenOptions pen, Mishaps mishaps) throws Exception {
        return read(pen, mishaps, boxes);
    }

    private List<ScoredField> read(PenOptions pen, Mishaps mishaps, List<FormDefinition> forms) throws Exception {
        SampleOptions options = new SampleOptions(6, 1, 11, pen, SCAN, mishaps);
        List<ScoredField> fields = new ArrayList<>();
        for (Path scan : SampleGenerator.generate(options, forms, folder, (done, count, file) -> { })) {
            List<RecognizedNumber> numbers = reader.read(scan, null, null);
            Truth.read(folder.resolve(SampleGenerator.TRUTH_FILE)).stream().filter(truth -> truth.scan().endsWith(scan.getFileName()))
                .map(truth -> new ScoredField(truth, numbers.stream()
                    .filter(number -> Objects.equals(number.getField(), truth.field())).findFirst()))
                .forEach(fields::add);
        }
        return fields;
    }
}
