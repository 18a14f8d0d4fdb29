package io.penstock.train.run;

/** Is told how a training goes. Called from the training thread. */
public interface TrainProgress {

    /**
     * Some batches were learnt.
     *
     * @param epoch  number of the epoch, from 1
     * @param epochs how many there will be
     * @param done   share (0 to 1) of the whole training that is done
     * @param loss   mean loss of a sample in this epoch so far
     */
    void advanced(int epoch, int epochs, double done, double loss);

    /** An epoch was validated. */
    void validated(EpochResult result);

    /** Returns one that says nothing. */
    static TrainProgress silent() {
        return new TrainProgress() {
            @Override
            public void advanced(int epoch, int epochs, double done, double loss) {
                // silent
            }

            @Override
            public void validated(EpochResult result) {
                // silent
            }
        };
    }
}
