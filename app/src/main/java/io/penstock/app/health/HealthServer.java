package io.penstock.app.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.penstock.app.process.ProcessFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers {@code GET /health}: 200 while all is well, 503 with the reason otherwise; and {@code GET /ready}: 200 once there is work to do,
 * 503 before.
 */
public final class HealthServer implements AutoCloseable {

    private final HttpServer server;

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param failure what is wrong
     * @param waiting what is waited for
     * @param state   what is said where nothing is
     * @throws ProcessFailure where another listens on the port
     */
    public static HealthServer start(InetSocketAddress address, Supplier<Optional<String>> failure, Supplier<Optional<String>> waiting,
                                     Supplier<String> state) throws IOException {
        HttpServer server = listen(address);
        server.createContext("/health", exchange -> answer(exchange, failure.get(), state));
        server.createContext("/ready", exchange -> answer(exchange, failure.get().or(waiting), state));
        server.start();
        return new HealthServer(server);
    }

    private static HttpServer listen(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new ProcessFailure(ProcessFailure.Code.PORT_IN_USE, "/health can't be answered on port " + address.getPort()
                + " of " + address.getHostString() + " (" + e.getMessage() + "): stop what listens there, or choose another port", e);
        }
    }

    /** Returns where it answers. */
    public String address() {
        return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + "/health";
    }

    private static void answer(HttpExchange exchange, Optional<String> failure, Supplier<String> state) throws IOException {
        byte[] body = failure.orElseGet(state).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(failure.isPresent() ? 503 : 200, body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
