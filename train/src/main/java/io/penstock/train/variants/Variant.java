package io.penstock.train.variants;

import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelRecord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that classifies: one network alone, or an ensemble.
 *
 * @param name     unique among those that are compared
 * @param ensemble how it is loaded
 * @param networks records of its networks
 * @param bytes    size of its weights files together
 */
public record Variant(String name, Ensemble ensemble, List<ModelRecord> networks, long bytes) {

    /** Returns a network alone, as it was trained. */
    static Variant network(ModelRecord record, long bytes) {
        return new Variant(kind(record) + " " + record.hash(),
            Ensemble.uncalibrated(record.hash(), List.of(record.hash())), List.of(record), bytes);
    }

    /** Returns whether it is an ensemble, which has a temperature. */
    public boolean isEnsemble() {
        return !ensemble.members().equals(List.of(ensemble.name()));
    }

    /** Returns the number of trained parameters. */
    public long parameters() {
        return networks.stream().mapToLong(ModelRecord::parameters).sum();
    }

    /** Returns how long all its networks were trained, in seconds; null where a history was not kept. */
    public Double trainingSeconds() {
        return networks.stream().anyMatch(network -> network.history().isEmpty()) ? null
            : networks.stream().flatMap(network -> network.history().stream()).mapToDouble(ModelRecord.Epoch::seconds).sum();
    }

    /** Returns what its networks are and learnt from, each once: name in the zoo, name of the samples. */
    public String kinds() {
        return networks.stream().map(Variant::kind).distinct().collect(Collectors.joining(", "));
    }

    private static String kind(ModelRecord record) {
        String samples = record.recipe().getOrDefault("samples", "");
        int end = samples.indexOf(':');
        return end < 0 ? record.architecture() : record.architecture() + " on " + samples.substring(0, end);
    }
}
