package io.penstock.app.command.read;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.penstock.app.process.ProcessFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers {@code GET /health} on 127.0.0.1: 200 while all is well, 503 with the reason otherwise. */
final class HealthServer implements AutoCloseable {

    private final HttpServer server;

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /** Starts to answer; {@code failure} says what is wrong. */
    static HealthServer start(int port, Supplier<Optional<String>> failure) throws IOException {
        HttpServer server = listen(port);
        server.createContext("/health", exchange -> answer(exchange, failure.get()));
        server.start();
        return new HealthServer(server);
    }

    private static HttpServer listen(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new ProcessFailure(ProcessFailure.Code.PORT_IN_USE, "/health can't be answered on port " + port + " of 127.0.0.1 ("
                + e.getMessage() + "): stop what listens there, or choose another with --port PORT", e);
        }
    }

    /** Returns where it answers. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/health";
    }

    private static void answer(HttpExchange exchange, Optional<String> failure) throws IOException {
        byte[] body = failure.orElse("ok").getBytes(StandardCharsets.UTF_8);
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
