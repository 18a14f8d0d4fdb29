package io.penstock.review.document;

import io.penstock.schema.DocumentFate;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.document.SubmittedDocument;
import io.penstock.schema.topic.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The way in for documents, and what becomes of each. Thread-safe. */
public final class DocumentDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_NAME = 200;
    /** Documents that were taken here last, which may not have been read yet. */
    private static final int KEPT = 10_000;

    private final TopicCatalogue topics;
    private final Producer<String, byte[]> producer;
    private final Function<String, Optional<DocumentFate>> fates;
    private final ResultReader results;
    private final Map<String, String> taken = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    });

    /** Takes documents through a producer; asks {@code fates} what became of one, of whatever process. */
    public DocumentDesk(TopicCatalogue topics, Producer<String, byte[]> producer, Function<String, Optional<DocumentFate>> fates,
                        ResultReader results) {
        this.topics = topics;
        this.producer = producer;
        this.fates = fates;
        this.results = results;
    }

    /** Reads a result where it lies. */
    @FunctionalInterface
    public interface ResultReader {

        /** Returns the result of a document at a place of its topic; empty where retention took it. */
        Optional<RecognizedDocument> at(String document, int partition, long offset) throws InterruptedException;
    }

    /**
     * A document that is to be read.
     *
     * @param id    its id; empty: one is made of its name, such as no other has
     * @param name  name of its file; may be empty
     * @param form  the form that it is; empty: that is to be found out
     * @param kind  the kind of field that each picture is; empty: they are pages
     * @param again UUID of this submission: the same one again changes nothing; empty: one is made
     */
    public record Incoming(Optional<String> id, String name, Optional<String> form, Optional<String> kind, Optional<UUID> again) {
    }

    /** What whoever sent a document gets. */
    public record Receipt(String document, String submission) {
    }

    /** What is known of a document. */
    public record Known(String document, Optional<DocumentFate> fate, Optional<RecognizedDocument> result) {
    }

    /** Returns the largest document that is taken, bytes. */
    public int maxBytes() {
        return topics.format().maxBytes();
    }

    /**
     * Takes a document and returns when it is on its topic; empty where the cluster does not take it.
     *
     * @param bytes at most {@link #maxBytes}
     */
    public Optional<Receipt> take(Incoming incoming, byte[] bytes) throws InterruptedException {
        String submission = incoming.again().orElseGet(UUID::randomUUID).toString();
        String document = incoming.id().orElseGet(() -> unlike(incoming.name(), submission));
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topics.documents().name(), document, bytes);
        record.headers().add(SubmittedDocument.SUBMISSION_HEADER, submission.getBytes(StandardCharsets.UTF_8));
        incoming.form().ifPresent(form -> record.headers().add("form", form.getBytes(StandardCharsets.UTF_8)));
        incoming.kind().ifPresent(kind -> record.headers().add("kind", kind.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
        taken.put(document, submission);
        return Optional.of(new Receipt(document, submission));
    }

    /** Two people who both send scan.pdf send two documents: the same id would supersede the first. */
    private static String unlike(String name, String submission) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
        String kept = file.isEmpty() ? "upload" : file.substring(0, Math.min(LONGEST_NAME, file.length()));
        int dot = kept.lastIndexOf('.');
        String stem = dot > 0 ? kept.substring(0, dot) : kept;
        return stem + "-" + submission.substring(0, 8) + (dot > 0 ? kept.substring(dot) : "");
    }

    /** Returns what is known of a document; empty where nobody has heard of it. */
    public Optional<Known> find(String document) throws InterruptedException {
        Optional<DocumentFate> fate = fates.apply(document);
        if (fate.isEmpty()) {
            return taken.containsKey(document) ? Optional.of(new Known(document, fate, Optional.empty())) : Optional.empty();
        }
        Optional<RecognizedDocument> result = fate.get().getVersion() == 0 ? Optional.empty()
            : results.at(document, fate.get().getPartition(), fate.get().getOffset());
        return Optional.of(new Known(document, fate, result));
    }
}
