package io.penstock.train.compress;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A network and its compressed versions, measured in one run.
 *
 * @param parent     content hash of the network that was compressed
 * @param recipe     what was done to it
 * @param training   number of digits to learn from after a cut
 * @param validation number of digits that chose the epoch
 * @param test       number of digits that only measure
 * @param rows       the parent first
 */
public record CompressionReport(String parent, CompressionRecipe recipe, int training, int validation, int test,
                                List<CompressedModel> rows) {

    /** Writes it as JSON; its folder is made where it is not there. */
    public void writeJson(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + file + " cannot be written", e);
        }
    }
}
