package io.penstock.train.run;

/**
 * What one epoch achieved: a line of the history.
 *
 * @param epoch              number, from 1
 * @param loss               mean training loss of a sample, on the varied images
 * @param validationAccuracy share (0 to 1) of validation images that are right
 * @param rate               learning rate at the end
 * @param seconds            how long it took, validation included
 */
public record EpochResult(int epoch, double loss, double validationAccuracy, double rate, double seconds) {

    static final String CSV_HEADER = "epoch,loss,validation_accuracy,rate,seconds";

    String csv() {
        return epoch + "," + loss + "," + validationAccuracy + "," + rate + "," + seconds;
    }
}
