package io.penstock.app.command.read;

import io.penstock.app.client.Delivery;
import io.penstock.app.client.KafkaClients;
import io.penstock.app.client.TopicReader;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.amount.TypedAmount;
import io.penstock.schema.topic.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code correct}: answers one review. */
@Command(name = "correct", header = "Answer a review: what a person read.",
    description = "Sends one record to the topic of corrections; the number becomes final. Open reviews: './penstock consume reviews'.",
    footerHeading = "%nExample:%n", footer = {"  ./penstock correct us-cheque-0005.pdf/3.2/1/amount 69.00",
    "  ./penstock correct REVIEW_ID --empty"})
public final class CorrectCommand implements Callable<Integer> {

    private static final String TYPED = "[^a-zA-Z]*[0-9][^a-zA-Z]*";
    private static final Duration POLL = Duration.ofMillis(200);

    @Parameters(index = "0", paramLabel = "REVIEW_ID", description = "The id of the review that is answered.")
    private String review;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT",
        description = "What was read: digits, in amounts with the point before the cents.")
    private String text;

    @Option(names = "--empty", description = "Nothing is written there.")
    private boolean empty;

    @Option(names = "--illegible", description = "A person can't read it either.")
    private boolean illegible;

    @Option(names = "--reviewer", paramLabel = "NAME", defaultValue = "${sys:user.name}",
        description = "Who read it; default: the user's name.")
    private String reviewer;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws InterruptedException {
        CorrectionOutcome outcome = outcome();
        KafkaClients clients = cluster.clients();
        TopicCatalogue topics = clients.topics();
        ReviewTask task = task(clients, topics).orElseThrow(
            () -> CommandFailure.failed("no review " + review + " is open: it was never asked, is answered, or its document has ended; "
                + "'./penstock consume reviews' shows them"));
        if (text != null && task.getRules() != null) {
            TypedAmount.unclear(text, task.getRules()).ifPresent(why -> {
                throw CommandFailure.badArguments(why);
            });
        }
        Correction correction = Correction.newBuilder().setReview(review).setDocument(task.getNumber().getDocument())
            .setOutcome(outcome).setText(text == null ? "" : text).setReviewer(reviewer).setCorrectedAt(Instant.now())
            .setId(UUID.randomUUID().toString()).build();
        byte[] bytes = topics.corrections().values().serializer().serialize(topics.corrections().name(), correction);
        try (Producer<String, byte[]> producer = clients.producer()) {
            var sent = producer.send(new ProducerRecord<>(topics.corrections().name(), review, bytes));
            Delivery.await(producer, List.of(sent), "cannot send the correction");
        }
        return 0;
    }

    private CorrectionOutcome outcome() {
        if (Stream.of(text != null, empty, illegible).filter(given -> given).count() != 1) {
            throw CommandFailure.badArguments("say what was read: TEXT, --empty or --illegible, one of them");
        }
        if (text == null) {
            return empty ? CorrectionOutcome.EMPTY : CorrectionOutcome.ILLEGIBLE;
        }
        if (!text.matches(TYPED)) {
            throw CommandFailure.badArguments("TEXT is digits, as they are written, with points and commas: " + text);
        }
        return CorrectionOutcome.TEXT;
    }

    private Optional<ReviewTask> task(KafkaClients clients, TopicCatalogue topics) {
        Optional<ReviewTask> found = Optional.empty();
        try (TopicReader reader = new TopicReader(clients.consumer(), List.of(topics.reviews()))) {
            do {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    if (review.equals(record.key())) {
                        found = Optional.ofNullable(TopicReader.value(topics.reviews(), record));
                    }
                }
            } while (!reader.isAtEnd());
        }
        return found;
    }
}
