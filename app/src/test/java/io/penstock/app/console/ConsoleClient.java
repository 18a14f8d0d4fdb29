package io.penstock.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A browser at the review console, without a page. */
final class ConsoleClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String csrf;

    ConsoleClient(String address) throws IOException, InterruptedException {
        this.address = address;
        csrf = get("api/session").path("csrf").asText();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(bytes(path).body());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Returns the lines of server-sent events, as long as they come. */
    Stream<String> events() throws IOException, InterruptedException {
        return http.send(request("api/events").header("Accept", "text/event-stream").GET().build(), BodyHandlers.ofLines()).body();
    }

    /** Sends a document as it is. */
    HttpResponse<String> send(String path, byte[] document, String token) throws IOException, InterruptedException {
        return http.send(request(path).header("Content-Type", "application/pdf").header("X-CSRF-Token", token)
            .POST(BodyPublishers.ofByteArray(document)).build(), BodyHandlers.ofString());
    }

    /** Posts as the console's own page does. */
    JsonNode act(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return JSON.readTree(post(path, JSON.writeValueAsString(body), "X-CSRF-Token", csrf).body());
    }

    JsonNode answer(JsonNode task, String text) throws IOException, InterruptedException {
        return act("api/leases/" + task.path("lease").asText() + "/answer", Map.of("outcome", "TEXT", "text", text, "tookMillis", 900));
    }

    String csrf() {
        return csrf;
    }

    static String encoded(String review) {
        return URLEncoder.encode(review, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(40));
    }
}
