package io.penstock.review.desk;

import io.penstock.schema.Page;
import io.penstock.schema.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Has a page read again as the form that a person says it is.
 *
 * <p>The page goes first and the answer after it: where the process dies between the two, the page is read again all the same, and the task
 * is still open, so nothing waits for ever.
 */
final class Rereading {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Topic<Page> pages;
    private final Producer<String, byte[]> producer;

    Rereading(Topic<Page> pages, Producer<String, byte[]> producer) {
        this.pages = pages;
        this.producer = producer;
    }

    /**
     * Sends a page to be read as a form, and returns when it is on its topic.
     *
     * @throws DeskException where the cluster does not take it
     */
    void read(Page page, String form, List<Integer> corners) throws InterruptedException {
        Page again = Page.newBuilder(page).setForm(form).setKind(null).setCorners(corners).build();
        byte[] bytes = pages.values().serializer().serialize(pages.name(), again);
        try {
            producer.send(new ProducerRecord<>(pages.name(), page.getDocument(), bytes)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DeskException("NOT_DECIDED", "the page could not be sent to be read again, so nothing was taken; say it once more");
        }
    }
}
