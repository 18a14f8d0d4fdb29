package io.penstock.train.compress;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.EnsembleClassifier;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.NetworkFile;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.evaluate.DigitEvaluation;
import io.penstock.train.evaluate.DigitReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Measures networks in one run, each through the call that the stream makes.
 *
 * @param store      where they lie
 * @param validation digits of writers that none of them has learnt from
 * @param test       MNIST's test half
 */
record SideBySide(ModelStore store, DigitSet validation, DigitSet test) {

    private static final int ROUNDS = 15;
    private static final int GLYPHS_A_ROUND = 512;

    /** Returns a row for each network, in the order given. */
    List<CompressedModel> measure(Map<String, String> labelsByHash) {
        Map<String, DigitClassifier> classifiers = new LinkedHashMap<>();
        try {
            labelsByHash.keySet().forEach(hash -> classifiers.put(hash, EnsembleClassifier.load(store,
                Ensemble.uncalibrated(hash, List.of(hash)), EnsembleClassifier.DEFAULT_BATCH)));
            double[] speeds = speeds(List.copyOf(classifiers.values()));
            List<CompressedModel> rows = new ArrayList<>();
            for (Map.Entry<String, DigitClassifier> one : classifiers.entrySet()) {
                rows.add(row(labelsByHash.get(one.getKey()), one.getKey(), one.getValue(), speeds[rows.size()]));
            }
            return rows;
        } finally {
            classifiers.values().forEach(DigitClassifier::close);
        }
    }

    private double[] speeds(List<DigitClassifier> classifiers) {
        List<byte[]> glyphs = Arrays.asList(test.images()).subList(0, Math.min(GLYPHS_A_ROUND, test.size()));
        double[] fastest = new double[classifiers.size()];
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < fastest.length; i++) {
                long started = System.nanoTime();
                classifiers.get(i).classify(glyphs);
                double speed = glyphs.size() / ((System.nanoTime() - started) / 1e9);
                // the first round warms up
                fastest[i] = round == 0 ? 0 : Math.max(fastest[i], speed);
            }
        }
        return fastest;
    }

    private CompressedModel row(String label, String hash, DigitClassifier classifier, double speed) {
        DigitReport chosen = DigitEvaluation.evaluate(validation, classifier);
        DigitReport tested = DigitEvaluation.evaluate(test, classifier);
        byte[] content = store.weights(hash);
        MultiLayerNetwork network = restore(hash, content);
        try {
            long nonZero = network.paramTable().values().stream().map(Weights::of)
                .mapToLong(weights -> IntStream.range(0, weights.values().length).filter(i -> weights.values()[i] != 0).count()).sum();
            return new CompressedModel(label, hash, network.numParams(), nonZero, content.length, chosen.accuracy(), chosen.errors(),
                tested.accuracy(), tested.errors(), speed);
        } finally {
            network.close();
        }
    }

    static MultiLayerNetwork restore(String hash, byte[] content) {
        try {
            return NetworkFile.restore(content);
        } catch (IOException e) {
            throw new ModelException(ModelException.Code.MODEL_UNREADABLE, hash + ".zip is not a network that this version can load", e);
        }
    }
}
