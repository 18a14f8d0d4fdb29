package io.penstock.schema.deadletter;

import io.penstock.schema.serde.OversizeRecordException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Sends the source of a record that is too large for its topic to the dead letters and lets the stream go on.
 *
 * <p>The size is checked while serializing: once the producer or the broker has refused a record, its transaction can only be
 * aborted, and the same record would come again for ever. Every other failure stops the stream thread, which is then replaced.
 * Configured with the properties of a {@link DeadLetterRoute}.
 */
public final class DeadLetterProductionHandler implements ProductionExceptionHandler {

    private DeadLetterRoute route;

    @Override
    public void configure(Map<String, ?> configs) {
        route = DeadLetterRoute.of(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception cause) {
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared with the raw type
    public Response handleSerializationError(ErrorHandlerContext context, ProducerRecord record, Exception cause,
                                             SerializationExceptionOrigin origin) {
        if (!(cause instanceof OversizeRecordException)) {
            return Response.fail();
        }
        byte[] key = context.sourceRawKey() == null ? DeadLetterRoute.bytes(record.key()) : context.sourceRawKey();
        return Response.resume(List.of(route.record(context, key, context.sourceRawValue(), StreamFault.RECORD_TOO_LARGE, cause)));
    }
}
