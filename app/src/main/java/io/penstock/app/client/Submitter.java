package io.penstock.app.client;

import io.penstock.app.config.PipelineConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends scans to the documents topic. Holds no more of them in memory than the producer's buffer.
 *
 * <p>Used by one thread.
 */
public final class Submitter implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final PipelineConfig config;
    private final String topic;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Sends through a producer, which is closed with this. */
    public Submitter(Producer<String, byte[]> producer, PipelineConfig config) {
        this.producer = producer;
        this.config = config;
        topic = config.topics().documents().name();
    }

    /**
     * Sends one scan; waits while the producer's buffer is full.
     *
     * @param headers names and values of the record's headers: {@code form}, {@code kind}
     * @return why the file can't be sent; empty where it was
     * @throws KafkaException where the cluster does not take it, or did not take an earlier one
     */
    public Optional<Refusal> submit(ScanFile scan, Map<String, String> headers) {
        try {
            long bytes = Files.size(scan.path());
            if (bytes > config.maxValueBytes()) {
                return Optional.of(new Refusal(Refusal.Code.DOCUMENT_TOO_LARGE, "the file has " + bytes + " bytes, the limit is "
                    + config.maxValueBytes() + ": split the document or raise record.max.bytes"));
            }
            send(scan.document(), Files.readAllBytes(scan.path()), headers);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Refusal(Refusal.Code.FILE_UNREADABLE, "the file cannot be read: " + e));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback keeps the failure
    private void send(String document, byte[] bytes, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, document, bytes);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record, (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
        throwFailure();
    }

    /** Returns when everything that was submitted is in the topic. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        Exception why = failure.getAndSet(null);
        if (why != null) {
            throw new KafkaException("cannot send to " + topic + ": " + why.getMessage(), why);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
