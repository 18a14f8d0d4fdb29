package io.penstock.synth.sample;

import java.nio.file.Path;

/** Is told of each sample as soon as it is written. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * A sample is written.
     *
     * @param done  samples written so far
     * @param total samples that will be written
     * @param file  the newest one
     */
    void written(int done, int total, Path file);
}
