package io.penstock.sink.assemble;

import static io.penstock.sink.Readings.submission;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.schema.DocumentState;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {

    private static final Instant NOW = Instant.ofEpochMilli(9000);

    /** Numbers whose raw readings have so many letters each. */
    @ParameterizedTest
    @CsvSource({"3, 10, false", "1000, 10, false", "1000, 3000, true"})
    void aResultThatIsTooLargeForARecordSaysSoAndLeavesItsNumbersOut(int count, int letters, boolean large) {
        MockProcessorContext<String, Emission> context = new MockProcessorContext<>();
        Endings endings = new Endings(TopicCatalogue.withPrefix("test", 1 << 20).results(), context.metrics());
        RecognizedNumber number = RecognizedNumber.newBuilder(ProgressTest.machine("a", "1")).setRaw("1".repeat(letters)).build();
        DocumentState state = Progress.begin(submission(5), 2, List.of(), NOW);

        DocumentState sent = endings.end("doc", state, DocumentStatus.PARTIAL, Collections.nCopies(count, number), List.of("CRASHED"), NOW,
            new Outlet(context, new RecordHeaders(), 1));

        assertThat(sent.getVersion()).isEqualTo(1);
        RecognizedDocument result = ((Emission.Result) context.forwarded().get(0).record().value()).value();
        assertThat(result.getStatus()).isEqualTo(DocumentStatus.PARTIAL);
        assertThat(result.getPages()).isEqualTo(2);
        assertThat(result.getNumbers()).hasSize(large ? 0 : count);
        assertThat(result.getReasons()).isEqualTo(large ? List.of("CRASHED", "RESULT_TOO_LARGE") : List.of("CRASHED"));
    }
}
