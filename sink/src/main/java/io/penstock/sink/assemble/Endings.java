package io.penstock.sink.assemble;

import io.penstock.schema.DocumentState;
import io.penstock.schema.DocumentStatus;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import io.penstock.schema.serde.OversizeRecordException;
import io.penstock.schema.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.StreamsMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The results that end documents, in whatever way: each is a record, counted by its status in a metric, and, where it is not the one that
 * was hoped for, a line in the log.
 */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    /** So many numbers may be too large for one record; fewer never are. */
    private static final int MANY = 1000;

    private final Topic<RecognizedDocument> topic;
    private final Map<DocumentStatus, Sensor> counters = new EnumMap<>(DocumentStatus.class);

    /** Ends documents on a topic and counts them among the metrics of a task. */
    Endings(Topic<RecognizedDocument> topic, StreamsMetrics metrics) {
        this.topic = topic;
        Arrays.stream(DocumentStatus.values()).filter(status -> status != DocumentStatus.UNKNOWN).forEach(status -> counters.put(status,
            metrics.addRateTotalSensor("documents", "sink", status.name().toLowerCase(Locale.ROOT), RecordingLevel.INFO)));
    }

    /** Sends the next result of the submission in a state and returns the state after it. */
    DocumentState end(String document, DocumentState state, DocumentStatus status, List<RecognizedNumber> numbers, List<String> reasons,
                      Instant now, Outlet outlet) {
        DocumentState sent = Progress.sent(state);
        send(new RecognizedDocument(document, state.getSubmission(), state.getOpen().size(), numbers, now, status, sent.getVersion(),
            reasons), outlet);
        return sent;
    }

    /** Ends a submission that came too late: a later one of the same document was there before. */
    void superseded(String document, Submission submission, int pages, Instant now, Outlet outlet) {
        send(new RecognizedDocument(document, submission, pages, List.of(), now, DocumentStatus.SUPERSEDED, 1, List.of()), outlet);
    }

    private void send(RecognizedDocument result, Outlet outlet) {
        counters.get(result.getStatus()).record();
        if (result.getStatus() != DocumentStatus.COMPLETE) {
            LOG.info("document {} has ended {} {}", result.getDocument(), result.getStatus(), result.getReasons());
        }
        outlet.result(fits(result) ? result : withoutNumbers(result));
    }

    private boolean fits(RecognizedDocument result) {
        if (result.getNumbers().size() < MANY) {
            return true;
        }
        try {
            topic.values().serializer().serialize(topic.name(), result);
            return true;
        } catch (OversizeRecordException e) {
            return false;
        }
    }

    private static RecognizedDocument withoutNumbers(RecognizedDocument result) {
        List<String> reasons = new ArrayList<>(result.getReasons());
        reasons.add(EndReason.RESULT_TOO_LARGE.name());
        return RecognizedDocument.newBuilder(result).setNumbers(List.of()).setReasons(reasons).build();
    }
}
