package io.penstock.train.variants;

import io.penstock.classify.model.ModelRecord.Epoch;
import java.util.function.ToDoubleFunction;

/** The history of a network alone as columns for a chart. */
final class LearningCurve {

    private LearningCurve() {
    }

    static double[] epochs(Variant variant) {
        return column(variant, Epoch::epoch);
    }

    static double[] loss(Variant variant) {
        return column(variant, Epoch::loss);
    }

    static double[] validationLoss(Variant variant) {
        return column(variant, Epoch::validationLoss);
    }

    static double[] validationAccuracy(Variant variant) {
        return column(variant, epoch -> 100 * epoch.validationAccuracy());
    }

    private static double[] column(Variant variant, ToDoubleFunction<Epoch> value) {
        return variant.networks().get(0).history().stream().mapToDouble(value).toArray();
    }
}
