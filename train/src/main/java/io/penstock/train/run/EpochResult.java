package io.penstock.train.run;

import io.penstock.classify.model.ModelRecord;
import java.util.Comparator;
import java.util.List;

/**
 * What one epoch achieved: a line of the history.
 *
 * @param epoch              number, from 1
 * @param loss               mean training loss of a sample, on the varied images
 * @param validationAccuracy share (0 to 1) of validation images that the averaged weights get right
 * @param validationLoss     mean of the negative logarithm of the probability that the averaged weights give to the right class
 * @param rate               learning rate at the end
 * @param seconds            how long it took, validation included
 */
public record EpochResult(int epoch, double loss, double validationAccuracy, double validationLoss, double rate, double seconds) {

    static final String CSV_HEADER = "epoch,loss,validation_accuracy,validation_loss,rate,seconds";

    private static final Comparator<EpochResult> BY_QUALITY = Comparator.comparingDouble(EpochResult::validationAccuracy)
        .thenComparing(Comparator.comparingDouble(EpochResult::validationLoss).reversed());

    /**
     * Returns the best of at least one epoch: highest validation accuracy, of equals the lowest validation loss, of equals the earliest.
     */
    static EpochResult best(List<EpochResult> epochs) {
        return epochs.stream().reduce((a, b) -> BY_QUALITY.compare(b, a) > 0 ? b : a).orElseThrow();
    }

    ModelRecord.Epoch recorded() {
        return new ModelRecord.Epoch(epoch, loss, validationLoss, validationAccuracy, rate, seconds);
    }

    String csv() {
        return epoch + "," + loss + "," + validationAccuracy + "," + validationLoss + "," + rate + "," + seconds;
    }

    static EpochResult parse(String csv) {
        String[] parts = csv.split(",");
        return new EpochResult(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
            Double.parseDouble(parts[3]), Double.parseDouble(parts[4]), Double.parseDouble(parts[5]));
    }
}
