package io.penstock.classify.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.classify.digit.DigitClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

    @TempDir
    private Path folder;

    @Test
    void everyShippedNetworkHasItsWeightsAndARecordOfHowItWasTrained() {
        ModelStore store = ModelStore.shipped();
        Ensemble ensemble = store.ensemble(DigitClassifier.DEFAULT_ENSEMBLE);
        assertThat(ensemble.networks()).allSatisfy(hash -> {
            assertThat(store.weights(hash)).isNotEmpty();
            ModelRecord record = store.record(hash);
            assertThat(record.hash()).isEqualTo(hash);
            assertThat(record.data()).isNotEmpty();
            assertThat(record.measured()).containsKey("validationAccuracy");
        });
    }

    @Test
    void theShippedEnsembleAndEachOfItsMembersWereMeasuredAboveTheirBars() {
        ModelStore store = ModelStore.shipped();
        Ensemble ensemble = store.ensemble(DigitClassifier.DEFAULT_ENSEMBLE);
        assertThat(ensemble.measured().get("testAccuracy")).isGreaterThanOrEqualTo(0.997);
        assertThat(ensemble.measured().get("testEce")).isLessThanOrEqualTo(0.003);
        assertThat(ensemble.members()).allSatisfy(hash ->
            assertThat(store.record(hash).measured().get("testAccuracy")).isGreaterThanOrEqualTo(0.994));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        byte[] weights = {1, 2, 3};
        ModelRecord record = record(ContentHash.of(weights).hex());
        Ensemble ensemble = new Ensemble("pair", List.of(record.hash()), 0.3, new Scaling(1.25, 0.5),
            new Ensemble.Gate("g", new Scaling(1.5, 1), 0.99), List.of("l"), Map.of("testAccuracy", 0.5), "never");
        ModelStore.write(folder, record, weights);
        ModelStore.write(folder, ensemble);
        ModelStore store = ModelStore.in(folder);
        assertThat(store.record(record.hash())).isEqualTo(record);
        assertThat(store.weights(record.hash())).isEqualTo(weights);
        assertThat(store.ensemble("pair")).isEqualTo(ensemble);
    }

    @Test
    void alteredWeightsAreRefused() throws IOException {
        byte[] weights = {1, 2, 3};
        ModelRecord record = record(ContentHash.of(weights).hex());
        ModelStore.write(folder, record, weights);
        Files.write(folder.resolve(record.hash() + ".zip"), new byte[] {1, 2, 4});
        assertThatThrownBy(() -> ModelStore.in(folder).weights(record.hash())).isInstanceOf(ModelException.class)
            .hasMessageContaining("MODEL_ALTERED").hasMessageContaining(record.hash());
    }

    @Test
    void anEnsembleThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ModelStore.in(folder).ensemble("none")).isInstanceOf(ModelException.class)
            .hasMessageContaining("MODEL_NOT_FOUND").hasMessageContaining("none.ensemble.json");
    }

    @Test
    void anEnsembleThatIsNotJsonIsNamed() throws IOException {
        Files.writeString(folder.resolve("bad.ensemble.json"), "not json");
        assertThatThrownBy(() -> ModelStore.in(folder).ensemble("bad")).isInstanceOf(ModelException.class)
            .hasMessageContaining("MODEL_UNREADABLE");
    }

    @Test
    void theVersionChangesWithWhateverAnAnswerDependsOn() {
        Ensemble ensemble = Ensemble.uncalibrated("e", List.of("a"));
        assertThat(Ensemble.uncalibrated("e", List.of("b")).version()).isNotEqualTo(ensemble.version());
        assertThat(new Ensemble("e", List.of("a"), 0, new Scaling(1.1, 1), null, List.of(), Map.of(), "").version())
            .isNotEqualTo(ensemble.version());
        assertThat(new Ensemble("e", List.of("a"), 0.3, Scaling.NONE, null, List.of(), Map.of(), "").version())
            .isNotEqualTo(ensemble.version());
        assertThat(new Ensemble("e", List.of("a"), 0, Scaling.NONE, new Ensemble.Gate("g", Scaling.NONE, 0.9), List.of(), Map.of(), "")
            .version())
            .isNotEqualTo(ensemble.version());
        assertThat(new Ensemble("e", List.of("a"), 0, Scaling.NONE, null, List.of(), Map.of("x", 1.0), "other words").version())
            .isEqualTo(ensemble.version());
    }

    @Test
    void whatIsPublishedAnewHasAnotherFingerprintAndLeavesNothingElseBehind() throws IOException {
        ModelStore store = ModelStore.in(folder);
        ModelStore.write(folder, Ensemble.uncalibrated("e", List.of("a")));
        ContentHash first = store.fingerprint("e");
        ModelStore.write(folder, Ensemble.uncalibrated("e", List.of("b")));
        assertThat(store.fingerprint("e")).isNotEqualTo(first);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static ModelRecord record(String hash) {
        return new ModelRecord(hash, "cnn", 1, 10, 7, 1, 1, List.of(new ModelRecord.DataUsed("d", "training", 1, "")), "none", Map.of(),
            Map.of(), "2026-11-22", "penstock train", List.of(new ModelRecord.Epoch(1, 0.5, 0.25, 0.9, 0.001, 60)));
    }
}
