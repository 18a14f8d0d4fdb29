package io.penstock.app.broker;

import io.penstock.app.process.ProcessFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1. */
final class LocalPort {

    private LocalPort() {
    }

    /** Returns a port that nobody listens on. */
    static int free() {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + BrokerProperties.HOST, e);
        }
    }

    /**
     * Makes sure that nobody listens on a port yet: Kafka notices only after it has begun to start.
     *
     * @throws ProcessFailure where somebody does, or this user must not
     */
    static void requireFree(int port) {
        try (ServerSocket socket = listen(port)) {
            assert socket.isBound();
        } catch (IOException e) {
            throw new ProcessFailure(ProcessFailure.Code.PORT_IN_USE, "the broker can't listen on port " + port + " of "
                + BrokerProperties.HOST + " (" + e.getMessage() + "): stop what listens there, or choose another with "
                + "--set broker.port=PORT", e);
        }
    }

    @SuppressWarnings("AddressSelection") // an address, no name
    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName(BrokerProperties.HOST));
    }
}
