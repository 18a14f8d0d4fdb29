package io.penstock.app.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.penstock.app.process.ProcessFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Answers {@code GET /health}: 200 while all is well, 503 with the reason otherwise; and {@code GET /ready}: 200 once there is work to do,
 * 503 before.
 */
public final class HealthServer implements AutoCloseable {

    private final HttpServer server;
    private volatile Health health;

    private HealthServer(HttpServer server, Health health) {
        this.server = server;
        this.health = health;
    }

    /**
     * Starts to answer.
     *
     * @param option the option that names the port
     * @throws ProcessFailure where another listens on the port
     */
    public static HealthServer start(InetSocketAddress address, String option, Health health) throws IOException {
        HealthServer started = new HealthServer(listen(address, option), health);
        started.server.createContext("/health", exchange -> answer(exchange, started.health, false));
        started.server.createContext("/ready", exchange -> answer(exchange, started.health, true));
        started.server.start();
        return started;
    }

    private static HttpServer listen(InetSocketAddress address, String option) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new ProcessFailure(ProcessFailure.Code.PORT_IN_USE, "/health can't be answered on port " + address.getPort()
                + " of " + address.getHostString() + " (" + e.getMessage() + "): stop what listens there, or choose another with " + option
                + " PORT", e);
        }
    }

    /** From now on answers with this. */
    public void follow(Health next) {
        health = next;
    }

    /** Returns where it answers. */
    public String address() {
        return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + "/health";
    }

    private static void answer(HttpExchange exchange, Health health, boolean ready) throws IOException {
        Optional<String> failure = health.trouble().get().or(ready ? health.waiting() : Optional::empty);
        byte[] body = failure.orElseGet(health.state()).getBytes(StandardCharsets.UTF_8);
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
