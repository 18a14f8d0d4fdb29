package io.penstock.train.tune;

import java.nio.file.Path;

/** Trains what a trial says. */
public interface TrialRunner {

    /**
     * Trains and measures on validation data.
     *
     * @param rung    number of the rung, from 1
     * @param samples training samples to show it
     * @param work    folder of its checkpoints: a training that was broken off goes on from there
     * @throws InterruptedException where the thread is interrupted
     */
    TrialResult run(int rung, Trial trial, long samples, Path work) throws InterruptedException;
}
