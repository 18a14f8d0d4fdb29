package io.penstock.review.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.penstock.review.access.Gate;
import io.penstock.review.desk.DeskException;
import io.penstock.review.peer.AllTasks;
import io.penstock.review.peer.PeerDesk;
import io.penstock.review.peer.PeerSignature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of the review stage. Until its tasks are there it answers 503 with {@code STARTING}.
 *
 * <p>Processes of the stage ask each other at {@value AllTasks#PATH} on the same port, signed ({@link PeerSignature}).
 */
public final class ReviewServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewServer.class);

    /** What people type is short. */
    private static final long LARGEST_BODY = 64 * 1024;
    private static final int THREADS = 64;
    /** Review ids hold slashes and whatever else a document's name holds; they travel encoded, in one segment of the path. */
    private static final UriCompliance IDS_IN_PATHS = UriCompliance.DEFAULT.with("review-ids",
        UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR, UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
        UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER, UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    private final Javalin javalin;
    private final String host;

    private ReviewServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /** Routes of one part of the service. */
    @FunctionalInterface
    public interface Part {

        /** Adds the routes. */
        void addTo(RoutesConfig routes);
    }

    /**
     * Starts to answer.
     *
     * @param ready whether the tasks are there
     * @param part  what is answered
     */
    static ReviewServer start(HttpSettings settings, Gate gate, BooleanSupplier ready, Part part) {
        Guard guard = new Guard(gate);
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            config.routes.before(ReviewServer::harden);
            config.routes.before("/", guard::checkHost);
            config.routes.before("/console/*", guard::checkHost);
            Handler check = request -> {
                guard.checkHost(request);
                guard.checkVisitor(request);
                if (!ready.getAsBoolean() && !request.path().equals("/api/session") && !request.path().startsWith("/api/log")) {
                    throw new ApiException(ApiFault.STARTING);
                }
            };
            List.of("/api/*", "/documents", "/documents/*").forEach(path -> config.routes.before(path, check));
            gate.addTo(config.routes);
            part.addTo(config.routes);
            failures(config.routes);
        });
        return new ReviewServer(javalin.start(), settings.host());
    }

    private static void configure(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(IDS_IN_PATHS);
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServletContextHandler(servlets -> servlets.getServletHandler().setDecodeAmbiguousURIs(true));
    }

    private static void harden(Context request) {
        request.header("Content-Security-Policy", "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
            + "form-action 'self'");
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
    }

    /** Adds the address at which other processes of the stage ask. */
    static void peers(RoutesConfig routes, PeerDesk desk, Optional<PeerSignature> signature) {
        routes.post(AllTasks.PATH, request -> {
            boolean signed = signature.isPresent()
                && signature.get().isSigned(request.body(), request.header(PeerSignature.HEADER), Instant.now());
            String reply = signed ? desk.reply(request.body()).orElseThrow(() -> new ApiException(ApiFault.BODY_INVALID)) : null;
            if (reply == null) {
                throw new ApiException(ApiFault.NOT_FOUND);
            }
            request.contentType("application/json").result(reply);
        });
    }

    private static void failures(RoutesConfig routes) {
        routes.exception(ApiException.class, (failure, request) ->
            refuse(request, failure.fault().status(), failure.fault().name(), failure.getMessage()));
        routes.exception(DeskException.class, (failure, request) ->
            refuse(request, status(failure.code()), failure.code(), failure.getMessage()));
        routes.exception(ContentTooLargeResponse.class, (failure, request) -> refuse(request, ApiFault.BODY_TOO_LARGE));
        routes.exception(HttpResponseException.class, (failure, request) ->
            refuse(request, failure.getStatus(), ApiFault.NOT_FOUND.name(), ApiFault.NOT_FOUND.advice()));
        routes.exception(InterruptedException.class, (failure, request) -> refuse(request, ApiFault.STARTING));
        routes.exception(Exception.class, (failure, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), failure);
            refuse(request, ApiFault.SERVICE_FAILED);
        });
    }

    private static int status(String code) {
        return switch (code) {
            case "ANSWER_UNCLEAR", "FORM_UNKNOWN" -> 422;
            case "PAGE_GONE" -> 404;
            case "REQUEST_INVALID" -> 400;
            case "NOT_DECIDED" -> 503;
            default -> 409;
        };
    }

    private static void refuse(Context request, ApiFault fault) {
        refuse(request, fault.status(), fault.name(), fault.advice());
    }

    private static void refuse(Context request, int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
        request.status(status);
        request.header("Cache-Control", "no-store");
        Replies.json(request, body);
    }

    /** Returns host and port. */
    public String hostAndPort() {
        return host + ":" + javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
