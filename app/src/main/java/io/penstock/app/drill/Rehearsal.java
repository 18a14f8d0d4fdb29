package io.penstock.app.drill;

import io.penstock.isolate.drill.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One mishap to rehearse: a document, and what must become of it.
 *
 * @param name     what happens where, such as {@code ingest-hang}
 * @param document the document's bytes
 * @param stamped  whether its record has a time
 * @param code     code of the dead letter that it must become; empty: it must be read
 */
public record Rehearsal(String name, byte[] document, boolean stamped, Optional<String> code) {

    private static final List<String> STAGES = List.of("ingest", "segment", "classify");
    /** As much as the record of a topic holds by default, with little room for a header. */
    private static final int HUGE = 64 * 1024 * 1024 - 4096;

    /** Returns all of them: each act in each stage that works on documents, a huge document and one without a time. */
    public static List<Rehearsal> all() {
        List<Rehearsal> all = new ArrayList<>();
        for (String stage : STAGES) {
            for (Act act : Act.values()) {
                all.add(new Rehearsal(stage + "-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    new DrillDocument(stage, act).png(), true, code(stage, act)));
            }
        }
        all.add(new Rehearsal("huge", new byte[HUGE], true, Optional.of("TOO_LARGE")));
        all.add(new Rehearsal("unstamped", DrillDocument.blankPaper(), false, Optional.empty()));
        return all;
    }

    private static Optional<String> code(String stage, Act act) {
        return switch (act) {
            case HANG, STALL -> Optional.of("TIMEOUT");
            case ALLOCATE, ALLOCATE_NATIVE -> Optional.of("OUT_OF_MEMORY");
            case CRASH, KILL -> Optional.of("CRASHED");
            case OVERFLOW, ERROR -> Optional.of(switch (stage) {
                case "ingest" -> "INTERNAL";
                case "segment" -> "SEGMENT_FAILED";
                default -> "STAGE_FAILED";
            });
            case SLOW -> Optional.empty();
        };
    }

    /** Returns the record that submits the document under an id. */
    public ProducerRecord<String, byte[]> record(String topic, String id) {
        return stamped ? new ProducerRecord<>(topic, id, document) : new UnstampedRecord<>(topic, id, document);
    }
}
