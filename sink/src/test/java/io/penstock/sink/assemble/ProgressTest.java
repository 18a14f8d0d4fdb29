package io.penstock.sink.assemble;

import static io.penstock.sink.Readings.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.DocumentState;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant NOW = Instant.ofEpochMilli(9000);

    /** A number that is accepted by the machine. */
    static RecognizedNumber machine(String field, String text) {
        return RecognizedNumber.newBuilder().setDocument("doc").setSubmission(submission(5)).setPage(1).setPages(1).setIndex(0)
            .setSiblings(1).setField(field).setKind(FieldKind.INTEGER).setText(text).setRaw("").setStatus(NumberStatus.ACCEPTED)
            .setSource(Source.MACHINE).setModel("m").setDecidedAt(Instant.ofEpochMilli(1)).build();
    }

    private static RecognizedNumber human(String field, String text) {
        return RecognizedNumber.newBuilder(machine(field, text)).setSource(Source.HUMAN).build();
    }

    private static RecognizedNumber review(String field) {
        return RecognizedNumber.newBuilder(machine(field, "")).setStatus(NumberStatus.REVIEW).build();
    }

    private static List<AssembledNumber> page(RecognizedNumber... numbers) {
        return Stream.of(numbers).map(number -> AssembledNumber.newBuilder().setNumber(number).build()).toList();
    }

    @Test
    void whatPeopleAnsweredStaysWhereTheSameFieldIsReadAgain() {
        List<AssembledNumber> before = page(human("a", "1"), machine("b", "2"), human("gone", "3"));
        List<AssembledNumber> now = page(machine("a", "7"), machine("b", "8"), review("c"));
        assertThat(Progress.keepAnswers(before, now)).isEqualTo(page(human("a", "1"), machine("b", "8"), review("c")));
    }

    @Test
    void thatTheSameWasDecidedLaterIsNoNews() {
        RecognizedNumber later = RecognizedNumber.newBuilder(machine("a", "1")).setDecidedAt(NOW).build();
        assertThat(Progress.sameContent(page(machine("a", "1")), page(later))).isTrue();
        assertThat(Progress.sameContent(page(machine("a", "1")), page(machine("a", "2")))).isFalse();
        assertThat(Progress.sameContent(page(machine("a", "1")), page())).isFalse();
    }

    @Test
    void aDocumentIsCompleteFromTheMomentThatNothingIsOpen() {
        DocumentState begun = Progress.begin(submission(5), 2, List.of(), Instant.EPOCH);
        assertThat(Progress.isMissingPages(begun)).isTrue();
        assertThat(Progress.hasPage(begun, 1)).isFalse();
        DocumentState first = Progress.advance(begun, 1, page(machine("a", "1"), review("b"), review("c")), NOW);
        assertThat(first.getOpen()).containsExactly(2, -1);
        assertThat(Progress.hasPage(first, 1)).isTrue();
        assertThat(Progress.isMissingPages(first)).isTrue();
        DocumentState second = Progress.advance(first, 2, page(machine("a", "1")), NOW);
        assertThat(second.getOpen()).containsExactly(2, 0);
        assertThat(second.getCompletedAt()).isNull();
        assertThat(Progress.isMissingPages(second)).isFalse();
        DocumentState complete = Progress.advance(second, 1, page(human("a", "1")), NOW);
        assertThat(complete.getCompletedAt()).isEqualTo(NOW);
        assertThat(Progress.advance(complete, 2, page(human("a", "1")), NOW.plusMillis(1)).getCompletedAt()).isEqualTo(NOW);
        assertThat(Progress.advance(complete, 2, page(review("a")), NOW).getCompletedAt()).isNull();
    }

    @Test
    void aHundredEndedSubmissionsAreRemembered() {
        List<String> ended = new ArrayList<>(IntStream.range(0, 99).mapToObj(i -> "old" + i).toList());
        DocumentState state = Progress.begin(submission(5), 1, ended, NOW);
        List<String> former = Progress.formerWith(state, submission(4));
        assertThat(former).hasSize(100).startsWith("old0").endsWith("s4");
        assertThat(Progress.formerWith(DocumentState.newBuilder(state).setFormer(former).build(), submission(5)))
            .hasSize(100).startsWith("old1").endsWith("s5");
    }

    @Test
    void onlyAPageThatNobodyHasReadMakesADocumentPartial() {
        RecognizedNumber lost = RecognizedNumber.newBuilder(review("x")).setField(null).build();
        RecognizedNumber blank = RecognizedNumber.newBuilder(lost).setStatus(NumberStatus.EMPTY).build();
        RecognizedNumber illegible = RecognizedNumber.newBuilder(blank).setReasons(List.of("ILLEGIBLE")).build();
        RecognizedNumber field = RecognizedNumber.newBuilder(illegible).setField("x").build();
        assertThat(Progress.status(List.of(machine("a", "1"), blank, field))).isEqualTo(DocumentStatus.COMPLETE);
        assertThat(Progress.status(List.of(machine("a", "1"), lost))).isEqualTo(DocumentStatus.PARTIAL);
        assertThat(Progress.status(List.of(illegible))).isEqualTo(DocumentStatus.PARTIAL);
    }
}
