package io.penstock.train.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Where reports are written: a page for people and the same figures as JSON beside it.
 *
 * @param path the folder; made on the first write
 */
public record ReportFolder(Path path) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Writes {@code NAME.html} and {@code NAME.json}.
     *
     * @param figures a value that becomes JSON by its record components
     * @return the page's file
     */
    public Path write(String name, HtmlPage page, Object figures) {
        Path file = path.resolve(name + ".html");
        page.write(file);
        try {
            JSON.writeValue(path.resolve(name + ".json").toFile(), figures);
        } catch (IOException e) {
            throw new UncheckedIOException("the figures " + path.resolve(name + ".json") + " cannot be written", e);
        }
        return file;
    }
}
