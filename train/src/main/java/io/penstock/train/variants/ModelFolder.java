package io.penstock.train.variants;

import io.penstock.classify.DigitClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a model store holds.
 *
 * @param store    where everything is loaded from
 * @param variants the ensembles by name, then the networks that tell ten digits apart
 */
public record ModelFolder(ModelStore store, List<Variant> variants) {

    private static final String ENSEMBLE = ".ensemble.json";

    /** Looks through a folder that {@code train} and {@code calibrate} write. */
    public static ModelFolder of(Path folder) {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_NOT_FOUND, "the folder " + folder + " cannot be listed: name one that is there", e);
        }
        List<String> ensembles = names.stream().filter(name -> name.endsWith(ENSEMBLE))
            .map(name -> name.substring(0, name.length() - ENSEMBLE.length())).toList();
        List<String> networks = names.stream().filter(name -> name.matches("[0-9a-f]{12}\\.json")).map(name -> name.substring(0, 12))
            .toList();
        return of(ModelStore.in(folder), ensembles, networks);
    }

    /** Looks through what ships: the default ensemble and its networks. */
    public static ModelFolder shipped() {
        ModelStore store = ModelStore.shipped();
        String name = DigitClassifier.DEFAULT_ENSEMBLE;
        return of(store, List.of(name), List.copyOf(store.ensemble(name).networks()));
    }

    private static ModelFolder of(ModelStore store, List<String> ensembles, List<String> networks) {
        List<Variant> variants = new ArrayList<>();
        Set<String> hashes = new LinkedHashSet<>(networks);
        for (String name : ensembles) {
            Ensemble ensemble = store.ensemble(name);
            hashes.addAll(ensemble.networks());
            variants.add(new Variant(name, ensemble, ensemble.networks().stream().map(store::record).toList(),
                ensemble.networks().stream().mapToLong(hash -> store.weights(hash).length).sum()));
        }
        hashes.stream().map(store::record).filter(ModelFolder::tellsDigits)
            .map(record -> Variant.network(record, store.weights(record.hash()).length)).forEach(variants::add);
        if (variants.isEmpty()) {
            throw new ModelException(Code.MODEL_NOT_FOUND, "no network and no ensemble there: train one, or name another folder", null);
        }
        return new ModelFolder(store, variants);
    }

    private static boolean tellsDigits(ModelRecord record) {
        return record.classes() >= DigitClassifier.REJECT;
    }
}
