package io.penstock.sink.assemble;

import io.penstock.schema.Loss;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.LostPage;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Makes of a dead letter of any stage what its document loses by it, keyed by the document; nothing of those that are no page's. */
public final class LossRouter extends ContextualProcessor<byte[], byte[], String, Loss> {

    @Override
    public void process(Record<byte[], byte[]> letter) {
        LostPage.of(letter.headers()).ifPresent(lost -> {
            Loss loss = new Loss(lost.document(), lost.submission(), lost.page(), lost.count(), DeadLetter.of(letter.headers()).code());
            context().forward(new Record<>(lost.document(), loss, letter.timestamp(), new RecordHeaders()));
        });
    }
}
