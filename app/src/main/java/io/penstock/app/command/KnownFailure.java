package io.penstock.app.command;

import io.penstock.app.client.ClusterTrouble;
import io.penstock.app.process.ProcessFailure;
import io.penstock.app.process.ProcessFailure.Code;
import io.penstock.schema.registry.SchemaUnavailableException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsException;

/** What a failure that reached the command line means, where it is one that an operator can mend. */
final class KnownFailure {

    private static final String STATE_IN_USE = "multiple instances of Kafka Streams are running in the same state directory";

    private KnownFailure() {
    }

    /** Returns the failure with its code; empty where it is not known: then its stack trace is shown. */
    static Optional<ProcessFailure> of(Exception failure) {
        Optional<ProcessFailure> cluster = ClusterTrouble.of(failure);
        if (cluster.isPresent()) {
            return cluster;
        }
        if (failure instanceof StreamsException && String.valueOf(failure.getMessage()).contains(STATE_IN_USE)) {
            return Optional.of(new ProcessFailure(Code.STATE_IN_USE, "another process of this stage keeps its state in the same folder: "
                + "give each process one of its own with --set streams.state.dir=DIR (" + failure.getMessage() + ")", failure));
        }
        if (failure instanceof SchemaUnavailableException) {
            return Optional.of(new ProcessFailure(Code.SCHEMAS_UNAVAILABLE, failure.getMessage(), failure));
        }
        // Messages of clients are written for operators: where the cluster does not take a record, the place in the code says no more.
        if (failure instanceof KafkaException && failure.getMessage() != null && failure.getMessage().startsWith("cannot ")) {
            return Optional.of(new ProcessFailure(Code.CLUSTER_REFUSES, failure.getMessage(), failure));
        }
        return Optional.empty();
    }
}
