package io.penstock.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/** Leaves out of the log what Kafka warns of although it is how Kafka works; not by logger: those say other things, too. */
public final class ExpectedEvents extends Filter<ILoggingEvent> {

    private static final String KAFKA = "org.apache.kafka.";

    private static final List<Expected> EXPECTED = List.of(
        // under exactly-once a transaction begins while the broker still writes the end of the one before: the client tries again
        new Expected("clients.producer", "CONCURRENT_TRANSACTIONS"),
        // after a kill: the store is built anew from its changelog, which StreamThread says as well
        new Expected("streams.processor.internals.TaskManager", "TaskCorruptedException"),
        // the command says it, with the setting that helps
        new Expected("streams.processor.internals.StateDirectory", "already locked by another process"));

    private record Expected(String logger, String words) {

        boolean is(ILoggingEvent event) {
            return event.getLoggerName().startsWith(logger, KAFKA.length()) && event.getFormattedMessage().contains(words);
        }
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean expected = event.getLoggerName().startsWith(KAFKA) && EXPECTED.stream().anyMatch(one -> one.is(event));
        return expected ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
