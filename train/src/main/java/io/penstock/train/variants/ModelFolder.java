package io.penstock.train.variants;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model store holds.
 *
 * @param store    where everything is loaded from
 * @param variants the ensembles by name, then the networks that tell ten digits apart
 */
public record ModelFolder(ModelStore store, List<Variant> variants) {

    /** Looks through a store, such as the folder that {@code train} and {@code calibrate} write. */
    public static ModelFolder of(ModelStore store) {
        List<Variant> variants = new ArrayList<>();
        for (String name : store.ensembles()) {
            Ensemble ensemble = store.ensemble(name);
            variants.add(new Variant(name, ensemble, ensemble.networks().stream().map(store::record).toList(),
                ensemble.networks().stream().mapToLong(hash -> store.weights(hash).length).sum()));
        }
        store.networks().stream().map(store::record).filter(ModelFolder::tellsDigits)
            .map(record -> Variant.network(record, store.weights(record.hash()).length)).forEach(variants::add);
        if (variants.isEmpty()) {
            throw new ModelException(Code.MODEL_NOT_FOUND, "no network and no ensemble in " + store + ": train one, or name another folder",
                null);
        }
        return new ModelFolder(store, variants);
    }

    private static boolean tellsDigits(ModelRecord record) {
        return record.classes() >= DigitClassifier.REJECT;
    }
}
