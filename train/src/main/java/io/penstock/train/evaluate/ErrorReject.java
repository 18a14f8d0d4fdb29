package io.penstock.train.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it costs to be wrong less often: the error rate among accepted digits for each share that is accepted. A digit is accepted by the
 * probability of its answer, which what reject claims has lowered.
 *
 * @param points from the strictest level to the one that accepts everything
 */
public record ErrorReject(List<Point> points) {

    private static final double[] READ_RATES = {0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.985, 0.99, 0.992, 0.994, 0.996, 0.998, 0.999, 1};

    /**
     * One level of acceptance.
     *
     * @param threshold confidence from which a digit is accepted
     * @param readRate  share (0 to 1) of digits that are accepted
     * @param errorRate share (0 to 1) of those that are wrong
     */
    public record Point(double threshold, double readRate, double errorRate) {
    }

    /** Returns the curve at every level that tells digits apart. */
    public static ErrorReject of(Answers answers) {
        List<Integer> order = IntStream.range(0, answers.size()).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -answers.confidence(i))).toList();
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        for (int i = 0; i < order.size(); i++) {
            wrong += answers.isRight(order.get(i)) ? 0 : 1;
            double level = answers.confidence(order.get(i));
            if (i + 1 == order.size() || answers.confidence(order.get(i + 1)) != level) {
                points.add(new Point(level, (i + 1.0) / order.size(), wrong / (i + 1.0)));
            }
        }
        return new ErrorReject(points);
    }

    /** Returns the curve at a few read rates from one half to all: for each the strictest level that reaches it. */
    public ErrorReject summary() {
        List<Point> few = new ArrayList<>();
        for (double rate : READ_RATES) {
            Point point = points.stream().filter(one -> one.readRate() >= rate).findFirst().orElseThrow();
            if (few.isEmpty() || !few.get(few.size() - 1).equals(point)) {
                few.add(point);
            }
        }
        return new ErrorReject(few);
    }
}
