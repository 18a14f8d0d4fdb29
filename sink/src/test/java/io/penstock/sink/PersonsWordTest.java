package io.penstock.sink;

import static io.penstock.sink.Readings.comb;
import static io.penstock.sink.Readings.rules;
import static io.penstock.sink.Readings.submission;
import static io.penstock.sink.SinkDriver.CLEAR;
import static io.penstock.sink.SinkDriver.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.FieldKind;
import io.penstock.schema.FormMatch;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that correct answers, and what people say of a page rather than of what is written on it. */
class PersonsWordTest {

    private static final String COUNT = "doc/s5/1/count";
    private static final String ZIP = "doc/s5/1/zip";

    @TempDir
    private Path state;
    private SinkDriver sink;

    @BeforeEach
    void start() {
        sink = new SinkDriver(state);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    private void readPage() {
        sink.read("doc", submission(5), 1, 1, CLEAR, UNCLEAR);
        sink.numbers().readValuesToList();
        sink.reviews().readRecordsToList();
    }

    private void answer(String id, String replaces, CorrectionOutcome outcome, String text) {
        sink.correct(SinkDriver.answer("doc", COUNT, outcome, text).setId(id).setReplaces(replaces).build());
    }

    private List<String> asked() {
        return sink.reviews().readRecordsToList().stream().filter(task -> task.value() != null).map(TestRecord::key).toList();
    }

    private RecognizedDocument result() {
        List<RecognizedDocument> results = sink.results().readValuesToList();
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    @Test
    void aCorrectionOfACorrectionIsANewVersionOfItsNumberAndOfTheResult() {
        readPage();
        answer("a", null, CorrectionOutcome.TEXT, "92");
        assertThat(sink.numbers().readValue().getVersion()).isEqualTo(2);
        assertThat(result().getVersion()).isEqualTo(1);

        answer("b", "a", CorrectionOutcome.TEXT, "42");
        RecognizedNumber again = sink.numbers().readValue();
        assertThat(again.getText()).isEqualTo("42");
        assertThat(again.getVersion()).isEqualTo(3);
        assertThat(again.getDigits()).as("boxes of the digits as the machine read them").hasSize(2);
        assertThat(result().getVersion()).isEqualTo(2);
    }

    @Test
    void anAnswerIsTakenOnceHoweverOftenItIsSentAndAStaleOneNever() {
        readPage();
        answer("a", null, CorrectionOutcome.TEXT, "92");
        answer("b", "a", CorrectionOutcome.TEXT, "42");
        sink.numbers().readValuesToList();
        sink.results().readValuesToList();

        answer("b", "a", CorrectionOutcome.TEXT, "42");
        assertThat(sink.deaths()).isEmpty();
        answer("c", "a", CorrectionOutcome.TEXT, "93");
        answer("d", "nobody", CorrectionOutcome.TEXT, "93");
        answer("e", null, CorrectionOutcome.TEXT, "93");
        assertThat(sink.deaths()).containsExactly("STALE_ANSWER", "STALE_ANSWER", "REVIEW_ANSWERED");
        assertThat(sink.numbers().isEmpty() && sink.results().isEmpty()).isTrue();
    }

    @Test
    void whatReplacesAnAnswerThatWasNeverGivenIsRefused() {
        readPage();
        answer("b", "a", CorrectionOutcome.TEXT, "42");
        assertThat(sink.deaths()).containsExactly("STALE_ANSWER");
        assertThat(sink.results().isEmpty()).isTrue();
    }

    @Test
    void whoTypedTheSameUnseenIsNamed() {
        readPage();
        sink.correct(SinkDriver.answer("doc", COUNT, CorrectionOutcome.TEXT, "92").setConfirmedBy(List.of("bob")).build());
        assertThat(sink.numbers().readValue().getReviewers()).containsExactly("ann", "bob");
    }

    @Test
    void aSampleThatIsPutRightAgainIsHeldAgainstTheMachine() {
        stop();
        try (SinkDriver sampling = new SinkDriver(state.resolve("sampling"), Map.of(), "1")) {
            sampling.read("doc", submission(5), 1, 1, CLEAR);
            sampling.numbers().readValue();
            sampling.correct(SinkDriver.answer("doc", ZIP, CorrectionOutcome.TEXT, "94108").setId("a").build());
            assertThat(sampling.numbers().readValue().getReasons()).containsExactly("QUALITY_SAMPLE", "QUALITY_SAMPLE_MISREAD");
            sampling.correct(SinkDriver.answer("doc", ZIP, CorrectionOutcome.TEXT, "94103").setId("b").setReplaces("a").build());
            assertThat(sampling.numbers().readValue().getReasons()).containsExactly("QUALITY_SAMPLE");
        }
        start();
    }

    @Test
    void aPictureOfAnotherPlaceMakesEverythingOfItsFormDoubtful() {
        readPage();
        sink.correct("doc", COUNT, CorrectionOutcome.WRONG_PLACE);

        assertThat(sink.numbers().readValuesToList()).allSatisfy(number -> {
            assertThat(number.getStatus()).isEqualTo(NumberStatus.REVIEW);
            assertThat(number.getReasons()).isSubsetOf("WRONG_PLACE", "PLACE_DOUBTED");
        });
        assertThat(asked()).containsExactlyInAnyOrder(COUNT, ZIP);
        assertThat(sink.results().isEmpty()).isTrue();

        sink.correct("doc", COUNT, CorrectionOutcome.TEXT, "92");
        sink.correct("doc", ZIP, CorrectionOutcome.TEXT, "94103");
        assertThat(result().getNumbers()).extracting(RecognizedNumber::getValue).containsExactly("94103", "92");
    }

    @Test
    void aSampleInTheWrongPlaceOpensADocumentThatHadEnded() {
        try (SinkDriver sampling = new SinkDriver(state.resolve("sampling"), Map.of(), "1")) {
            ClassifiedField other = comb("other", rules(FieldKind.INTEGER).build(), "1 2");
            sampling.read("doc", submission(5), 1, 1, CLEAR, other);
            assertThat(sampling.results().readValue().getVersion()).isEqualTo(1);
            sampling.correct("doc", ZIP, CorrectionOutcome.WRONG_PLACE);
            assertThat(sampling.results().isEmpty()).isTrue();
            sampling.correct("doc", ZIP, CorrectionOutcome.TEXT, "94108");
            sampling.correct("doc", "doc/s5/1/other", CorrectionOutcome.TEXT, "12");
            RecognizedDocument anew = sampling.results().readValue();
            assertThat(anew.getVersion()).isEqualTo(2);
            assertThat(anew.getNumbers()).extracting(RecognizedNumber::getText).containsExactly("94108", "12");
        }
    }

    @Test
    void placesThatPeopleHaveLookedAtAreNotDoubtedTwice() {
        readPage();
        sink.correct("doc", COUNT, CorrectionOutcome.WRONG_PLACE);
        sink.correct("doc", ZIP, CorrectionOutcome.TEXT, "94103");
        sink.numbers().readValuesToList();
        sink.reviews().readRecordsToList();
        sink.correct("doc", COUNT, CorrectionOutcome.WRONG_PLACE);
        assertThat(sink.numbers().isEmpty() && sink.deaths().isEmpty()).isTrue();
        sink.correct("doc", COUNT, CorrectionOutcome.ILLEGIBLE);
        assertThat(result().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
    }

    @Test
    void nothingIsLeftOfAPageThatIsNoForm() {
        readPage();
        sink.correct("doc", COUNT, CorrectionOutcome.OTHER_FORM);

        assertThat(result().getNumbers()).hasSize(2).allSatisfy(number -> {
            assertThat(number.getStatus()).isEqualTo(NumberStatus.EMPTY);
            assertThat(number.getText()).isEmpty();
            assertThat(number.getValue()).isNull();
            assertThat(number.getSource()).isEqualTo(Source.HUMAN);
            assertThat(number.getReasons()).containsExactly("NOT_A_FORM");
        });
        assertThat(sink.reviews().readRecord().value()).as("the question is closed").isNull();
    }

    @Test
    void aPageThatIsReadAgainAsAnotherFormTakesTheAnswersOfTheFirstWithIt() {
        readPage();
        sink.correct("doc", COUNT, CorrectionOutcome.TEXT, "92");
        sink.numbers().readValuesToList();
        sink.results().readValuesToList();
        Correction other = SinkDriver.answer("doc", COUNT, CorrectionOutcome.OTHER_FORM, "").setForm("other").build();
        sink.correct(other);
        ClassifiedPage again = Readings.page("doc", 5, 1, 1, List.of(UNCLEAR))
            .setMatch(new FormMatch("other", "1", 0.1, 1.0, List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))).build();
        sink.read(again);
        assertThat(sink.numbers().readValue().getSource()).as("what was typed on another form is no answer").isEqualTo(Source.MACHINE);
        ReviewTask task = sink.reviews().readValuesToList().stream().filter(found -> found != null).findFirst().orElseThrow();
        assertThat(task.getNumber().getForm()).isEqualTo("other");
    }
}
