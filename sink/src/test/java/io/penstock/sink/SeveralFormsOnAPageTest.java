package io.penstock.sink;

import static io.penstock.sink.Readings.page;
import static io.penstock.sink.SinkDriver.CLEAR;
import static io.penstock.sink.SinkDriver.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.FormMatch;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is a list of forms, and may hold more than was read. */
class SeveralFormsOnAPageTest {

    private static final String REVIEW = "doc/s5/1/count";

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

    @Test
    void theyAreToldApartAndAwaitedTogether() {
        ClassifiedField second = ClassifiedField.newBuilder(UNCLEAR).setName("count#2").setCopy(2).build();
        FormMatch other = FormMatch.newBuilder(page("doc", 5, 1, 1, List.of()).getMatch()).setForm("other-form").setVersion("7").build();
        sink.read(page("doc", 5, 1, 1, List.of(UNCLEAR, second)).setFurther(List.of(other)).build());
        assertThat(sink.numbers().readValuesToList())
            .extracting(RecognizedNumber::getForm, RecognizedNumber::getFormVersion, RecognizedNumber::getField,
                RecognizedNumber::getCopy, RecognizedNumber::getReview)
            .containsExactly(tuple("test-form", "1", "count", 1, REVIEW), tuple("other-form", "7", "count", 2, REVIEW + "/2"));
        assertThat(sink.reviews().readValuesToList()).extracting(ReviewTask::getId).containsExactly(REVIEW, REVIEW + "/2");

        sink.correct("doc", REVIEW + "/2", CorrectionOutcome.ILLEGIBLE);
        assertThat(sink.results().isEmpty()).isTrue();
        sink.correct("doc", REVIEW, CorrectionOutcome.EMPTY);
        assertThat(sink.results().readValue().getNumbers()).extracting(RecognizedNumber::getReasons)
            .containsExactly(List.of("REQUIRED_EMPTY"), List.of("ILLEGIBLE"));
    }

    @Test
    void moreThanItsFieldsIsOneReviewBesideThem() {
        sink.read(page("doc", 5, 1, 1, List.of(CLEAR)).setBeside(List.of("MORE_ON_PAGE")).setSnippet(ByteBuffer.wrap(new byte[] {7}))
            .build());
        assertThat(sink.numbers().readValuesToList())
            .extracting(RecognizedNumber::getField, RecognizedNumber::getIndex, RecognizedNumber::getSiblings, RecognizedNumber::getStatus,
                RecognizedNumber::getReasons)
            .containsExactly(tuple("zip", 0, 2, NumberStatus.ACCEPTED, List.of()),
                tuple(null, 1, 2, NumberStatus.REVIEW, List.of("MORE_ON_PAGE")));
        ReviewTask task = sink.reviews().readValue();
        assertThat(task.getId()).isEqualTo("doc/s5/1");
        assertThat(task.getSnippet()).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
        assertThat(sink.results().isEmpty()).isTrue();

        sink.correct("doc", "doc/s5/1", CorrectionOutcome.EMPTY);
        assertThat(sink.results().readValue().getStatus()).isEqualTo(DocumentStatus.COMPLETE);
    }
}
