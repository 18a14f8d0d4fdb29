package io.penstock.app.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelRecord;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.Scaling;
import java.util.List;

/**
 * Everything in a model store, a line each.
 *
 * @param networks  by content hash
 * @param ensembles by name
 */
public record ModelListing(List<NetworkLine> networks, List<EnsembleLine> ensembles) {

    private static final String VALIDATION = "validationAccuracy";
    private static final String TEST = "testAccuracy";

    /**
     * A network.
     *
     * @param hash               content hash
     * @param architecture       name in the zoo
     * @param classes            number of classes
     * @param parameters         number of trained parameters
     * @param bytes              size of its file
     * @param validationAccuracy share from 0 to 1; null where it was not measured
     * @param testAccuracy       likewise
     * @param ensembles          names of those it is in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NetworkLine(String hash, String architecture, int classes, long parameters, long bytes, Double validationAccuracy,
                              Double testAccuracy, List<String> ensembles) {
    }

    /**
     * An ensemble.
     *
     * @param name               name
     * @param version            name and hash of what its answers depend on
     * @param members            content hashes
     * @param scaling            of its pooled answer
     * @param gate               who answers easy glyphs; null where there is none
     * @param validationAccuracy share from 0 to 1; null where it was not measured
     * @param testAccuracy       likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EnsembleLine(String name, String version, List<String> members, Scaling scaling, Ensemble.Gate gate,
                               Double validationAccuracy, Double testAccuracy) {
    }

    /**
     * Reads a store.
     *
     * @throws io.penstock.classify.model.ModelException where a part of it is missing, altered or unreadable
     */
    public static ModelListing of(ModelStore store) {
        List<Ensemble> ensembles = store.ensembles().stream().map(store::ensemble).toList();
        return new ModelListing(store.networks().stream().map(hash -> line(store, hash, ensembles)).toList(),
            ensembles.stream().map(ModelListing::line).toList());
    }

    private static NetworkLine line(ModelStore store, String hash, List<Ensemble> ensembles) {
        ModelRecord record = store.record(hash);
        return new NetworkLine(hash, record.architecture(), record.classes(), record.parameters(), store.weights(hash).length,
            record.measured().get(VALIDATION), record.measured().get(TEST),
            ensembles.stream().filter(ensemble -> ensemble.networks().contains(hash)).map(Ensemble::name).toList());
    }

    private static EnsembleLine line(Ensemble ensemble) {
        return new EnsembleLine(ensemble.name(), ensemble.version(), ensemble.members(), ensemble.scaling(), ensemble.gate(),
            ensemble.measured().get(VALIDATION), ensemble.measured().get(TEST));
    }
}
