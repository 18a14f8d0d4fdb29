package io.penstock.classify.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.classify.model.ContentHash;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelAuditTest {

    private static final String ENSEMBLE = "digits";

    @TempDir
    private Path folder;

    private String hash;

    /** One shipped network, and an ensemble of it alone. */
    @BeforeEach
    void copy() {
        ModelStore shipped = ModelStore.shipped();
        hash = shipped.ensemble(ENSEMBLE).members().get(0);
        ModelStore.write(folder, shipped.record(hash), shipped.weights(hash));
        ModelStore.write(folder, Ensemble.uncalibrated(ENSEMBLE, List.of(hash)));
    }

    @Test
    void allShippedModelsAreWell() {
        assertThat(ModelAudit.of(ModelStore.shipped())).hasSizeGreaterThan(1).allMatch(ModelCheck::isWell);
    }

    @Test
    void networksAndEnsemblesAreChecked() {
        assertThat(ModelAudit.of(ModelStore.in(folder))).extracting(ModelCheck::name, ModelCheck::isWell)
            .containsExactly(tuple(hash, true), tuple(ENSEMBLE, true));
    }

    @Test
    void anAlteredByteIsFound() throws IOException {
        Path weights = folder.resolve(hash + ".zip");
        byte[] content = Files.readAllBytes(weights);
        content[content.length / 2] ^= 1;
        Files.write(weights, content);
        assertThat(checked(hash)).satisfies(check -> {
            assertThat(check.problem()).isEqualTo(Code.MODEL_ALTERED);
            assertThat(check.finding()).contains("restore the file");
        });
        assertThat(checked(ENSEMBLE).isWell()).as("what is wrong with one keeps no other from being checked").isTrue();
    }

    @Test
    void aRecordThatCountsOtherParametersIsFound() throws IOException {
        Path record = folder.resolve(hash + ".json");
        Files.writeString(record, Files.readString(record).replaceFirst("\"parameters\" : \\d+", "\"parameters\" : 7"));
        assertThat(checked(hash)).satisfies(check -> {
            assertThat(check.problem()).isEqualTo(Code.MODEL_MISMATCH);
            assertThat(check.finding()).contains("number of parameters in its record is 7");
        });
    }

    @Test
    void weightsThatAreNoNetworkAreFound() {
        byte[] content = "no network".getBytes(StandardCharsets.UTF_8);
        String odd = ContentHash.of(content).hex();
        ModelStore.write(folder, new ModelRecord(odd, "odd", 1, 11, 1, 1, 1, List.of(), "", Map.of(), Map.of(), "", "", List.of()),
            content);
        assertThat(checked(odd).problem()).isEqualTo(Code.MODEL_UNREADABLE);
    }

    @Test
    void anEnsembleOfWhatReadsNoDigitsIsFound() throws IOException {
        Path record = folder.resolve(hash + ".json");
        Files.writeString(record, Files.readString(record).replaceFirst("\"classes\" : \\d+", "\"classes\" : 2"));
        assertThat(checked(ENSEMBLE)).satisfies(check -> {
            assertThat(check.problem()).isEqualTo(Code.MODEL_MISMATCH);
            assertThat(check.finding()).contains(hash + " has 2 classes");
        });
    }

    @Test
    void aRecordWithoutWeightsAndAnEnsembleWithoutItsPartAreFound() throws IOException {
        Files.delete(folder.resolve(hash + ".zip"));
        assertThat(checked(hash).problem()).isEqualTo(Code.MODEL_NOT_FOUND);
        Files.delete(folder.resolve(hash + ".json"));
        assertThat(checked(ENSEMBLE)).satisfies(check -> {
            assertThat(check.problem()).isEqualTo(Code.MODEL_NOT_FOUND);
            assertThat(check.finding()).contains(hash).contains("build the ensemble anew");
        });
    }

    private ModelCheck checked(String name) {
        return ModelAudit.of(ModelStore.in(folder)).stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
    }
}
