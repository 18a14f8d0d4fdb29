package io.penstock.schema.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client makes of answers that a registry gives on a bad day; a real one is in the tests of the program. */
class SchemaRegistryTest {

    private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private HttpServer server;

    private record Answer(int code, String body) {
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            questions.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anIdIsAskedForOnceAndWithTheCredentials() {
        answers.add(new Answer(200, "{\"schema\":\"\\\"string\\\"\"}"));
        SchemaRegistry registry = registry(RegistryAccess.basic("ann:secret"));
        assertThat(registry.byId(7)).isEqualTo(SCHEMA);
        assertThat(registry.byId(7)).isEqualTo(SCHEMA);
        assertThat(questions).containsExactly("GET /api/schemas/ids/7 Basic YW5uOnNlY3JldA==");
    }

    @Test
    void aRegistryThatIsBusyIsAskedAgain() {
        answers.add(new Answer(503, ""));
        answers.add(new Answer(429, ""));
        answers.add(new Answer(200, "{\"id\":3}"));
        assertThat(registry(null).register("a b-value", SCHEMA)).isEqualTo(3);
        assertThat(questions).hasSize(3).last().asString().startsWith("POST /api/subjects/a%20b-value/versions");
    }

    @Test
    void whereOneAddressIsDeadTheNextIsAsked() {
        answers.add(new Answer(200, "{\"id\":3}"));
        SchemaRegistry registry = new SchemaRegistry(new RegistryAccess(List.of(URI.create("http://127.0.0.1:1"), url()), Optional.empty(),
            Duration.ofSeconds(5)));
        assertThat(registry.register("numbers-value", SCHEMA)).isEqualTo(3);
    }

    @Test
    void anIdThatThereIsNotIsNoSchemaButARefusalIsNotTheRecordsFault() {
        answers.add(new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));
        assertThat(registry(null).byId(7)).isNull();
        answers.clear();
        for (Answer refusal : List.of(new Answer(401, "{\"message\":\"who are you\"}"), new Answer(404, "<html>no such page</html>"),
                 new Answer(409, "{\"error_code\":409,\"message\":\"incompatible\"}"))) {
            answers.clear();
            answers.add(refusal);
            assertThatThrownBy(() -> registry(null).byId(7)).isInstanceOf(SchemaUnavailableException.class)
                .hasMessageContaining(Integer.toString(refusal.code()));
            assertThatThrownBy(() -> registry(null).register("s", SCHEMA)).isInstanceOf(SchemaUnavailableException.class)
                .hasMessageContaining(refusal.body().substring(0, 5));
        }
    }

    @Test
    void whatIsNoAvroSchemaIsNone() {
        answers.add(new Answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message\"}"));
        assertThat(registry(null).byId(7)).isNull();
    }

    @Test
    void theCredentialsAreNotShown() {
        answers.add(new Answer(500, ""));
        assertThatThrownBy(() -> registry(RegistryAccess.bearer("secret")).byId(7)).hasMessageNotContaining("secret")
            .hasMessageContaining("500");
    }

    private SchemaRegistry registry(String authorization) {
        return new SchemaRegistry(new RegistryAccess(List.of(url()), Optional.ofNullable(authorization), Duration.ofMillis(700)));
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
    }
}
