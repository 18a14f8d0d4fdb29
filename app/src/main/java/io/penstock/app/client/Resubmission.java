package io.penstock.app.client;

import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.document.Submissions;
import io.penstock.schema.document.SubmittedDocument;
import io.penstock.schema.topic.TopicCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * The sending anew of documents about which people are asked: their bytes lie in the topic of documents still. What was answered about them
 * is asked again, as it is another submission.
 */
public final class Resubmission {

    private final KafkaClients clients;
    private final TopicCatalogue topics;

    /** Submits documents of the pipeline with these topics. */
    public Resubmission(KafkaClients clients, TopicCatalogue topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /** Returns the submissions by document about which there are open reviews that are chosen, oldest first in each partition. */
    public Map<String, Submission> waiting(Predicate<RecognizedNumber> chosen) {
        Map<String, RecognizedNumber> open = new LinkedHashMap<>();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.reviews()))) {
            reader.forEach(record -> {
                ReviewTask task = TopicReader.value(topics.reviews(), record);
                if (task == null) {
                    open.remove(record.key());
                } else {
                    open.put(record.key(), task.getNumber());
                }
            });
        }
        Map<String, Submission> waiting = new LinkedHashMap<>();
        open.values().stream().filter(chosen).forEach(number -> waiting.put(number.getDocument(), number.getSubmission()));
        return waiting;
    }

    /**
     * Submits one document again.
     *
     * @return false where its bytes are no longer in the topic of documents
     * @throws InterruptedException                where the thread is interrupted while waiting
     * @throws org.apache.kafka.common.KafkaException where the cluster does not take it
     */
    public boolean submit(String document, Submission submission) throws InterruptedException {
        try (SourceRecords sources = new SourceRecords(clients.consumer()); Producer<String, byte[]> producer = clients.producer()) {
            Optional<ConsumerRecord<String, byte[]>> source = sources.at(submission.getTopic(), submission.getPartition(),
                submission.getOffset()).filter(record -> isOf(record, submission));
            if (source.isEmpty()) {
                return false;
            }
            Headers headers = DeadLetter.original(source.get().headers());
            headers.remove(SubmittedDocument.SUBMISSION_HEADER);
            Delivery.await(producer, List.of(producer.send(new ProducerRecord<>(topics.documents().name(), null, document,
                source.get().value(), headers))), "cannot submit " + document);
            return true;
        }
    }

    /** A topic that was made anew may hold another document at the same place. */
    private static boolean isOf(ConsumerRecord<String, byte[]> record, Submission submission) {
        Submission there = SubmittedDocument.of(null, record.headers(), record.topic(), record.partition(), record.offset(),
            record.timestamp()).submission();
        return Submissions.same(submission, there) || record.timestamp() == submission.getSubmittedAt().toEpochMilli();
    }
}
