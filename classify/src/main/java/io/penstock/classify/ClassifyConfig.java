package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.classify.ensemble.ReloadingClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelStore;
import java.nio.file.Path;
import java.time.Duration;
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
 * @param reload   time between looks for a newly published ensemble; zero: never
 */
public record ClassifyConfig(String models, String ensemble, int batch, Duration reload) {

    private static final String MODELS = "classify.models";
    private static final String ENSEMBLE = "classify.ensemble";
    private static final String BATCH = "classify.batch";
    private static final String RELOAD = "classify.reload.interval.ms";

    /** Every key of this stage, with its documentation, default and bounds. */
    public static final ConfigDef DEFINITION = new ConfigDef()
        .define(MODELS, Type.STRING, "", Importance.MEDIUM,
            "Folder of trained models, as the train command writes it; empty: the models that ship.")
        .define(ENSEMBLE, Type.STRING, DigitClassifier.DEFAULT_ENSEMBLE, new NonEmptyString(), Importance.MEDIUM,
            "Name of the ensemble that classifies.")
        .define(BATCH, Type.INT, EnsembleClassifier.DEFAULT_BATCH, Range.between(1, 4096), Importance.LOW,
            "Glyphs that go through a network at once: memory grows with it, speed only up to what the CPU's cache holds.")
        .define(RELOAD, Type.LONG, 5000L, Range.between(0, 86_400_000), Importance.LOW,
            "Milliseconds between looks whether the ensemble in classify.models was published anew; the new one takes over between two "
                + "pages. 0: never look. Models that ship never change.");

    /** Reads the configuration; keys of other stages are ignored. */
    public static ClassifyConfig of(Map<String, ?> values) {
        AbstractConfig config = new AbstractConfig(DEFINITION, values, false);
        return new ClassifyConfig(config.getString(MODELS), config.getString(ENSEMBLE), config.getInt(BATCH),
            Duration.ofMillis(config.getLong(RELOAD)));
    }

    /** Returns a new classifier; each thread needs its own. */
    public DigitClassifier classifier() {
        return EnsembleClassifier.load(store(), ensemble, batch);
    }

    /** Returns a new classifier that follows what is published in the folder of models; each thread needs its own. */
    DigitClassifier reloadingClassifier() {
        return models.isBlank() || reload.isZero() ? classifier() : ReloadingClassifier.start(store(), ensemble, batch, reload);
    }

    /**
     * Returns where the ensemble and all its networks are there and whole.
     *
     * @throws io.penstock.classify.model.ModelException where a part is missing, altered or unreadable
     */
    public void verify() {
        store().ensemble(ensemble).networks().forEach(store()::weights);
    }

    /** Returns a new classifier of one network, by its content hash, without scaling. */
    public DigitClassifier classifier(String member) {
        return EnsembleClassifier.load(store(), Ensemble.uncalibrated(member, List.of(member)), batch);
    }

    /** Returns where the models lie. */
    public ModelStore store() {
        return models.isBlank() ? ModelStore.shipped() : ModelStore.in(Path.of(models));
    }
}
