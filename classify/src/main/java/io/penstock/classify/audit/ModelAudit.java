package io.penstock.classify.audit;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The check of a whole store: every file's content against the hash in its name, every network loaded and asked once, every record
 * against its network, every ensemble against its parts. What is wrong with one does not keep the others from being checked.
 */
public final class ModelAudit {

    private final ModelStore store;
    private final Set<String> networks;

    private ModelAudit(ModelStore store) {
        this.store = store;
        this.networks = new HashSet<>(store.networks());
    }

    /** Returns what was found: first the networks by hash, then the ensembles by name; empty where the store is. */
    public static List<ModelCheck> of(ModelStore store) {
        ModelAudit audit = new ModelAudit(store);
        List<ModelCheck> checks = new ArrayList<>();
        store.networks().forEach(hash -> checks.add(audit.network(hash)));
        store.ensembles().forEach(name -> checks.add(audit.ensemble(name)));
        return checks;
    }

    private ModelCheck network(String hash) {
        try {
            ModelRecord record = store.record(hash);
            NetworkFacts facts = NetworkFacts.of(store, hash);
            agree(hash, "hash", record.hash(), hash);
            agree(hash, "number of parameters", record.parameters(), facts.parameters());
            agree(hash, "number of classes", record.classes(), facts.classes());
            return ModelCheck.well(hash, String.format(Locale.ROOT, "%s, %,d parameters, %d classes", record.architecture(),
                facts.parameters(), facts.classes()));
        } catch (ModelException e) {
            return ModelCheck.failed(hash, e);
        }
    }

    private ModelCheck ensemble(String name) {
        try {
            Ensemble ensemble = store.ensemble(name);
            agree(name, "name", ensemble.name(), name);
            for (String hash : ensemble.networks()) {
                if (!networks.contains(hash)) {
                    throw new ModelException(Code.MODEL_NOT_FOUND, "it names the network " + hash + ", which is not in " + store
                        + ": restore " + hash + ".zip and " + hash + ".json, or build the ensemble anew", null);
                }
            }
            ensemble.members().forEach(this::readsDigits);
            if (ensemble.gate() != null) {
                readsDigits(ensemble.gate().model());
            }
            ensemble.lines().forEach(this::readsLines);
            return ModelCheck.well(name, ensemble.version() + ", " + ensemble.networks().size() + " networks");
        } catch (ModelException e) {
            return ModelCheck.failed(name, e);
        }
    }

    private void readsDigits(String hash) {
        int classes = store.record(hash).classes();
        if (classes != DigitClassifier.CLASSES && classes != DigitClassifier.DIGITS) {
            throw new ModelException(Code.MODEL_MISMATCH, "its network " + hash + " has " + classes
                + " classes, and not the ten digits, with or without reject: build the ensemble anew, of others", null);
        }
    }

    private void readsLines(String hash) {
        if (store.record(hash).classes() != DigitClassifier.FRAME_CLASSES) {
            throw new ModelException(Code.MODEL_MISMATCH, "its network " + hash
                + " does not read lines: build the ensemble anew, of others",
                null);
        }
    }

    private void agree(String name, String what, Object said, Object found) {
        if (!said.equals(found)) {
            throw new ModelException(Code.MODEL_MISMATCH, "the " + what + " in its record is " + said + ", but it is " + found
                + ": restore the file with the record of " + name + ", or make both anew", null);
        }
    }
}
