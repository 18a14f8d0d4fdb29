package io.penstock.app.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.command.PenstockCommand;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandsTest {

    private final Ensemble ensemble = ModelStore.shipped().ensemble("digits");
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int exit;

    @Test
    void listHasALineForEveryNetworkAndEnsemble() {
        String out = run("models", "list");
        assertThat(exit).isZero();
        assertThat(out).contains("ARCHITECTURE", "digits").contains(ensemble.networks()).contains(ensemble.version());
    }

    @Test
    void listAsJsonSaysInWhichEnsemblesANetworkIs() throws IOException {
        JsonNode listing = new ObjectMapper().readTree(run("models", "list", "--format", "json"));
        assertThat(listing.findValuesAsText("hash")).containsAll(ensemble.networks());
        assertThat(listing.at("/networks/0/ensembles/0").asText()).isEqualTo("digits");
        assertThat(listing.at("/networks/0/parameters").asLong()).isPositive();
    }

    @Test
    void showTellsHowANetworkWasTrainedAndOnWhat() {
        String out = run("models", "show", ensemble.members().get(0).substring(0, 5));
        assertThat(exit).isZero();
        assertThat(out).contains("Network " + ensemble.members().get(0), "Training", "Recipe", "Data", "split", "Measured", "testAccuracy");
    }

    @Test
    void showTellsWhatAnEnsembleIsMadeOf() {
        assertThat(run("models", "show", "digits")).contains("Ensemble digits", ensemble.version(), "scaling", "member");
    }

    @Test
    void verifyEndsWithOneAndSaysWhatToDoWhereAFileIsAltered() throws IOException {
        String hash = ensemble.members().get(0);
        ModelStore.write(folder, ModelStore.shipped().record(hash), new byte[] {1, 2, 3});
        String out = run("models", "verify", "--models", folder.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(out).contains(hash + "\tMODEL_ALTERED\t").contains("restore the file");
        assertThat(err.toString()).contains("1 of 1 models").hasLineCount(1);
    }

    @Test
    void exportWritesTheDefaultEnsembleOrTheNetworkThatIsNamed() throws IOException {
        Path whole = folder.resolve("digits.onnx");
        Path one = folder.resolve("one.onnx");
        assertThat(run("models", "export", "--onnx", whole.toString())).contains(ensemble.version());
        assertThat(run("models", "export", "--onnx", one.toString(), ensemble.members().get(0))).contains(ensemble.members().get(0));
        assertThat(Files.size(whole)).isGreaterThan(Files.size(one));
        assertThat(new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1)).contains("Penstock", "probabilities");
    }

    private String run(String... arguments) {
        PrintStream stdout = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            exit = PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute(arguments);
        } finally {
            System.setOut(stdout);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
