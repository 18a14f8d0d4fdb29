package io.penstock.app.client;

import io.penstock.app.process.ProcessFailure;
import io.penstock.app.process.ProcessFailure.Code;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** What keeps a client from a cluster, in words for who runs it. */
public final class ClusterTrouble {

    private static final int CONNECT_MILLIS = 2_000;

    private ClusterTrouble() {
    }

    /** Returns what a failure of a client means; empty where it is none of credentials or rights. */
    public static Optional<ProcessFailure> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException) {
                return Optional.of(new ProcessFailure(Code.CLUSTER_REFUSES, "the cluster does not take the credentials ("
                    + cause.getMessage() + "): check kafka.security.protocol, kafka.sasl.* and kafka.ssl.*", failure));
            }
            if (cause instanceof AuthorizationException denied) {
                return Optional.of(new ProcessFailure(Code.RIGHT_MISSING, "the cluster's access rules forbid it ("
                    + denied.getMessage() + ")" + subject(denied) + ": have them changed for this principal", failure));
            }
        }
        return Optional.empty();
    }

    /** Returns what it means that topics can't be created or looked at; {@code example} is one of them. */
    static ProcessFailure topicsForbidden(String example, AuthorizationException failure) {
        return new ProcessFailure(Code.RIGHT_MISSING, "the cluster's access rules forbid to create or describe topics such as " + example
            + " (" + failure.getMessage() + "): have this principal given CREATE and DESCRIBE, or have them created by another", failure);
    }

    private static String subject(AuthorizationException denied) {
        if (denied instanceof TopicAuthorizationException topics && !topics.unauthorizedTopics().isEmpty()) {
            return ", on topics " + String.join(", ", topics.unauthorizedTopics());
        }
        if (denied instanceof GroupAuthorizationException group && group.groupId() != null) {
            return ", on group " + group.groupId();
        }
        return "";
    }

    /** Returns what it means that a cluster did not answer in time: nobody is there, or somebody who is spoken to in another protocol. */
    static ProcessFailure noAnswer(String bootstrapServers, Throwable failure) {
        for (InetSocketAddress address : addresses(bootstrapServers)) {
            if (isListening(address)) {
                return new ProcessFailure(Code.CLUSTER_REFUSES, "somebody listens at " + address.getHostString() + ":" + address.getPort()
                    + " but does not answer as a Kafka cluster: if it wants TLS or a password, say so with kafka.security.protocol",
                    failure);
            }
        }
        return new ProcessFailure(Code.CLUSTER_UNREACHABLE, "no Kafka cluster answers at " + bootstrapServers
            + ": start one with './penstock up', or name yours with --bootstrap-servers HOST:PORT", failure);
    }

    private static Iterable<InetSocketAddress> addresses(String bootstrapServers) {
        try {
            return ClientUtils.parseAndValidateAddresses(List.of(bootstrapServers.split(",")), "use_all_dns_ips");
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static boolean isListening(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
