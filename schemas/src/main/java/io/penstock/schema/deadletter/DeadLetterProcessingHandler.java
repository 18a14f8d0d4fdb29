package io.penstock.schema.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record on which a stage failed in an unforeseen way to the dead letters: one bad document never stops the stream.
 *
 * <p>Faults of Kafka itself are not the record's: they stop the stream thread, which is then replaced and reads the record again.
 * Configured with the properties of a {@link DeadLetterRoute}.
 */
public final class DeadLetterProcessingHandler implements ProcessingExceptionHandler {

    private DeadLetterRoute route;

    @Override
    public void configure(Map<String, ?> configs) {
        route = DeadLetterRoute.of(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception cause) {
        if (cause instanceof KafkaException) {
            return Response.fail();
        }
        byte[] key = context.sourceRawKey() == null ? DeadLetterRoute.bytes(record.key()) : context.sourceRawKey();
        return Response.resume(List.of(route.record(context, key, context.sourceRawValue(), fault(cause), cause)));
    }

    private static StreamFault fault(Exception cause) {
        return cause instanceof RepeatedDeathException ? StreamFault.CRASHED : StreamFault.STAGE_FAILED;
    }
}
