package io.penstock.review.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the service that programs read, held against the routes that the sources add. */
class ApiDescriptionTest {

    private static final Pattern ROUTE = Pattern.compile("routes\\.(get|post|sse)\\(\"(/[^\"]+)\"");
    private static final Path SOURCES = Path.of("src/main/java");
    /** Routes whose addresses stand in a constant; what only browsers and other processes of the stage ask is not described. */
    private static final List<String> NAMED = List.of("get /api/login/end");

    private static JsonNode description() throws IOException {
        return new ObjectMapper().readTree(ApiDescriptionTest.class.getResourceAsStream("/io/penstock/review/openapi.json"));
    }

    @Test
    void everyRouteIsDescribedAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        description().path("paths").properties().forEach(path ->
            path.getValue().fieldNames().forEachRemaining(method -> described.add(method + " " + path.getKey())));
        Set<String> routes = new TreeSet<>(NAMED);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(found -> found.toString().endsWith(".java")).toList()) {
                Matcher route = ROUTE.matcher(Files.readString(file));
                while (route.find()) {
                    routes.add((route.group(1).equals("post") ? "post " : "get ") + route.group(2));
                }
            }
        }
        routes.remove("get /console/<file>");
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void whatChangesSomethingBringsTheTokenOfItsSession() throws IOException {
        JsonNode paths = description().path("paths");
        paths.properties().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            if (!post.isMissingNode() && !path.getKey().equals("/api/login")) {
                assertThat(post.path("parameters").toString()).as(path.getKey()).contains("Csrf");
            }
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode description = description();
        Matcher reference = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(description.toString());
        while (reference.find()) {
            assertThat(description.at(reference.group(1)).isMissingNode()).as(reference.group(1)).isFalse();
        }
    }
}
