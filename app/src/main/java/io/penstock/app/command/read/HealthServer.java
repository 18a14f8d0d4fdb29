package io.penstock.app.command.read;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> answer(exchange, failure.get()));
        server.start();
        return new HealthServer(server);
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
