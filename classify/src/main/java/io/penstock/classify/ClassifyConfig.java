package io.penstock.classify;

import io.penstock.classify.engine.EnsembleClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * The configuration of the classify stage.
 *
 * @param models   folder of models; empty: those that ship
 * @param ensemble name of the ensemble in it
 * @param batch    glyphs that go through a network at once
 */
public record ClassifyConfig(String models, String ensemble, int batch) {

    private static final String MODELS = "classify.models";
    private static final String ENSEMBLE = "classify.ensemble";
    private static final String BATCH = "classify.batch";

    /** Every key of this stage, with its documentation, default and bounds. */
    public static final ConfigDef DEFINITION = new ConfigDef()
        .define(MODELS, Type.STRING, "", Importance.MEDIUM,
            "Folder of trained models, as the train command writes it; empty: the models that ship.")
        .define(ENSEMBLE, Type.STRING, DigitClassifier.DEFAULT_ENSEMBLE, new NonEmptyString(), Importance.MEDIUM,
            "Name of the ensemble that classifies.")
        .define(BATCH, Type.INT, EnsembleClassifier.DEFAULT_BATCH, Range.between(1, 4096), Importance.LOW,
            "Glyphs that go through a network at once: memory grows with it, speed only up to what the CPU's cache holds.");

    /** Reads the configuration; keys of other stages are ignored. */
    public static ClassifyConfig of(Map<String, ?> values) {
        AbstractConfig config = new AbstractConfig(DEFINITION, values, false);
        return new ClassifyConfig(config.getString(MODELS), config.getString(ENSEMBLE), config.getInt(BATCH));
    }

    /** Returns a new classifier; each thread needs its own. */
    public DigitClassifier classifier() {
        return EnsembleClassifier.load(store(), ensemble, batch);
    }

    /** Returns a new classifier of one network, by its content hash, with the ensemble's reject network and no temperature. */
    public DigitClassifier classifier(String member) {
        String reject = store().ensemble(ensemble).reject();
        return EnsembleClassifier.load(store(), new Ensemble(member, List.of(member), reject, 1, null, Map.of(), "not calibrated"), batch);
    }

    private ModelStore store() {
        return models.isBlank() ? ModelStore.shipped() : ModelStore.in(Path.of(models));
    }
}
