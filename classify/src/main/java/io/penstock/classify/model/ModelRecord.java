package io.penstock.classify.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What is known about one trained network; lies as JSON beside its weights.
 *
 * @param hash         content hash of the weights file, which is named by it
 * @param architecture name in the model zoo
 * @param parameters   number of trained parameters
 * @param classes      number of outputs
 * @param seed         seed of weights, order, dropout and variants
 * @param epochs       passes over the training samples
 * @param bestEpoch    the one whose network this is, from 1
 * @param data         the data sets it learnt from and was chosen on
 * @param split        how training and validation were divided
 * @param recipe       everything else that was set, by name
 * @param measured     figures by name; accuracies and rates are shares from 0 to 1
 * @param trainedOn    date, ISO
 * @param command      what was run
 * @param history      its epochs in order; empty where they were not kept
 */
public record ModelRecord(String hash, String architecture, long parameters, int classes, long seed, int epochs, int bestEpoch,
                          List<DataUsed> data, String split, Map<String, String> recipe, Map<String, Double> measured,
                          String trainedOn, String command,
                          @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Epoch> history) {

    /** A record without a history has an empty one. */
    public ModelRecord {
        history = history == null ? List.of() : List.copyOf(history);
    }

    /**
     * A data set that a network has seen.
     *
     * @param name     what it is called
     * @param use      what it was for: training, validation, test
     * @param samples  how many of its samples were used
     * @param checksum digest of its file or files, as {@code algorithm:hex}; empty for generated samples
     */
    public record DataUsed(String name, String use, int samples, String checksum) {
    }

    /**
     * One pass over the training samples.
     *
     * @param epoch              number, from 1
     * @param loss               mean training loss of a sample
     * @param validationLoss     mean log loss of a validation sample
     * @param validationAccuracy share (0 to 1) of validation samples that are right
     * @param rate               learning rate at the end
     * @param seconds            how long it took
     */
    public record Epoch(int epoch, double loss, double validationLoss, double validationAccuracy, double rate, double seconds) {
    }
}
