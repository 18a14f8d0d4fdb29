package io.penstock.review.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of the console out of the jar: names that begin with a letter or digit and hold no {@code ..}, of types that a page needs. */
final class ConsoleFiles {

    private static final String FOLDER = "/io/penstock/review/console/";
    private static final Pattern NAME = Pattern.compile(
        "(?:[A-Za-z0-9][A-Za-z0-9_-]*/){0,4}[A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)+");
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js", "text/javascript; charset=utf-8",
        "mjs", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "json", "application/json; charset=utf-8",
        "svg", "image/svg+xml", "png", "image/png", "woff2", "font/woff2", "ico", "image/x-icon", "yaml", "application/yaml");

    private ConsoleFiles() {
    }

    static void addTo(RoutesConfig routes) {
        routes.get("/", request -> send(request, "index.html"));
        routes.get("/console/<file>", request -> send(request, request.pathParam("file")));
    }

    private static void send(Context request, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (!NAME.matcher(name).matches() || type == null) {
            throw new ApiException(ApiFault.NOT_FOUND);
        }
        try (InputStream in = ConsoleFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ApiException(ApiFault.NOT_FOUND);
            }
            request.contentType(type).header("Cache-Control", "no-cache").result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
