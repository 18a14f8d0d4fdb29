package io.penstock.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final MockProducer<String, String> producer = new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());

    @Test
    void whatIsSentIsThere() throws InterruptedException {
        var first = producer.send(new ProducerRecord<>("topic", "a"));
        var second = producer.send(new ProducerRecord<>("topic", "b"));
        Delivery.await(producer, List.of(first, second), "cannot send");
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void aRecordThatTheClusterDoesNotTakeIsSaid() {
        var taken = producer.send(new ProducerRecord<>("topic", "a"));
        var refused = producer.send(new ProducerRecord<>("topic", "b"));
        producer.completeNext();
        producer.errorNext(new RecordTooLargeException("too large"));
        assertThatThrownBy(() -> Delivery.await(producer, List.of(taken, refused), "cannot send all")).isInstanceOf(KafkaException.class)
            .hasMessage("cannot send all: too large").hasCauseInstanceOf(RecordTooLargeException.class);
    }
}
