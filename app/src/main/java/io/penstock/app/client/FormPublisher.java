package io.penstock.app.client;

import io.penstock.app.client.FormFiles.FormFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Publishes form definitions to the topic of forms. */
public final class FormPublisher {

    private FormPublisher() {
    }

    /**
     * Sends definitions and returns when they are in the topic.
     *
     * @throws KafkaException       where the cluster does not take one
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public static void publish(Producer<String, byte[]> producer, String topic, Collection<FormFile> forms) throws InterruptedException {
        var sent = forms.stream().map(form -> producer.send(new ProducerRecord<>(topic, form.definition().name(),
            form.yaml().getBytes(StandardCharsets.UTF_8)))).toList();
        Delivery.await(producer, sent, "cannot publish to " + topic);
    }
}
