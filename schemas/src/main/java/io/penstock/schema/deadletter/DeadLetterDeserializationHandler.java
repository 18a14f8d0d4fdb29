package io.penstock.schema.deadletter;

import io.penstock.schema.registry.SchemaUnavailableException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Sends a record whose bytes can't be read to the dead letters and lets the stream go on.
 *
 * <p>Where a schema registry does not answer, it is not the record's fault: the stream thread stops, is replaced and reads it again.
 * Configured with the properties of a {@link DeadLetterRoute}.
 */
public final class DeadLetterDeserializationHandler implements DeserializationExceptionHandler {

    private DeadLetterRoute route;

    @Override
    public void configure(Map<String, ?> configs) {
        route = DeadLetterRoute.of(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
        if (cause instanceof SchemaUnavailableException) {
            return Response.fail();
        }
        return Response.resume(List.of(route.record(context, record.key(), record.value(), StreamFault.RECORD_UNREADABLE, cause)));
    }
}
