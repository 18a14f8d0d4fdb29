package io.penstock.schema.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * A schema registry with Confluent's REST interface, as Confluent, Apicurio, Karapace and Redpanda offer it.
 *
 * <p>Every id is asked for once. Thread-safe; opens no connection before the first question.
 */
public final class SchemaRegistry {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final RegistryAccess access;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
    private HttpClient client;

    /** Makes the client of the registry at an address. */
    public SchemaRegistry(RegistryAccess access) {
        this.access = access;
    }

    /**
     * Registers a schema under a subject; one that is there already keeps its id.
     *
     * @return the schema's id
     * @throws SchemaUnavailableException where the registry does not answer or refuses
     */
    public int register(String subject, Schema schema) {
        String path = "subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20") + "/versions";
        String body = json.createObjectNode().put("schemaType", "AVRO").put("schema", schema.toString()).toString();
        HttpResponse<String> answer = ask("POST", path, BodyPublishers.ofString(body));
        JsonNode id = parse(path, answer).path("id");
        if (!isSuccess(answer) || !id.isInt()) {
            throw refused(path, answer);
        }
        byId.putIfAbsent(id.intValue(), schema);
        return id.intValue();
    }

    /**
     * Returns the schema with an id.
     *
     * @return the schema, or null where the registry has no Avro schema with this id
     * @throws SchemaUnavailableException where the registry does not answer or refuses
     */
    public Schema byId(int id) {
        return byId.computeIfAbsent(id, this::fetch);
    }

    private Schema fetch(int id) {
        String path = "schemas/ids/" + id;
        HttpResponse<String> answer = ask("GET", path, BodyPublishers.noBody());
        JsonNode body = parse(path, answer);
        if (body.path("error_code").asInt() == SCHEMA_NOT_FOUND || !body.path("schemaType").asText("AVRO").equals("AVRO")) {
            return null;
        }
        if (!isSuccess(answer) || !body.path("schema").isTextual()) {
            throw refused(path, answer);
        }
        try {
            return new Schema.Parser().parse(body.path("schema").textValue());
        } catch (SchemaParseException e) {
            return null;
        }
    }

    private HttpResponse<String> ask(String method, String path, BodyPublisher body) {
        long deadline = System.nanoTime() + access.patience().toNanos();
        for (int attempt = 0;; attempt++) {
            URI url = access.urls().get(attempt % access.urls().size()).resolve(path);
            IOException trouble;
            try {
                HttpResponse<String> answer = client().send(request(url).method(method, body).build(), BodyHandlers.ofString());
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    return answer;
                }
                trouble = new IOException("it answers " + answer.statusCode());
            } catch (IOException e) {
                trouble = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SchemaUnavailableException("interrupted while asking " + url, e);
            }
            if (System.nanoTime() > deadline) {
                throw new SchemaUnavailableException("the schema registry at " + url + " does not answer: " + trouble, trouble);
            }
            pause();
        }
    }

    private HttpRequest.Builder request(URI url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(REQUEST_TIMEOUT)
            .header("Accept", MEDIA_TYPE + ", application/json").header("Content-Type", MEDIA_TYPE);
        access.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build();
        }
        return client;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaUnavailableException("interrupted while waiting for the schema registry", e);
        }
    }

    private static boolean isSuccess(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2;
    }

    private JsonNode parse(String path, HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw refused(path, answer);
        }
    }

    private SchemaUnavailableException refused(String path, HttpResponse<String> answer) {
        String body = answer.body().length() > 300 ? answer.body().substring(0, 300) + "…" : answer.body();
        return new SchemaUnavailableException("the schema registry at " + access + " answers " + answer.statusCode() + " to " + path + ": "
            + body, null);
    }
}
