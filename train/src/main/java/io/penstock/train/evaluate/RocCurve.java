package io.penstock.train.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One digit against all others: for each level of its probability, how many of its own and how many of the others lie above.
 *
 * @param falsePositives share (0 to 1) of the others that lie above, for falling levels
 * @param truePositives  share (0 to 1) of its own that lie above, for the same levels
 * @param auc            area under the curve, exact: the chance that one of its own has more than one of the others, ties counted half
 */
record RocCurve(double[] falsePositives, double[] truePositives, double auc) {

    /** Returns the curve of a digit, or null where it or every other does not occur. */
    static RocCurve of(Answers answers, int digit) {
        int own = (int) IntStream.range(0, answers.size()).filter(i -> answers.label(i) == digit).count();
        int others = answers.size() - own;
        if (own == 0 || others == 0) {
            return null;
        }
        List<Integer> order = IntStream.range(0, answers.size()).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -answers.distributions()[i][digit])).toList();
        List<double[]> points = new ArrayList<>(List.of(new double[] {0, 0}));
        double area = 0;
        int hits = 0;
        int alarms = 0;
        int at = 0;
        while (at < order.size()) {
            float level = answers.distributions()[order.get(at)][digit];
            int hitsBefore = hits;
            int alarmsBefore = alarms;
            while (at < order.size() && answers.distributions()[order.get(at)][digit] == level) {
                boolean isOwn = answers.label(order.get(at++)) == digit;
                hits += isOwn ? 1 : 0;
                alarms += isOwn ? 0 : 1;
            }
            area += (alarms - alarmsBefore) * (hits + hitsBefore) / 2.0;
            points.add(new double[] {alarms / (double) others, hits / (double) own});
        }
        List<double[]> corners = corners(points);
        return new RocCurve(corners.stream().mapToDouble(p -> p[0]).toArray(), corners.stream().mapToDouble(p -> p[1]).toArray(),
            area / own / others);
    }

    /** Leaves out points on a straight way, which a picture does not need. */
    private static List<double[]> corners(List<double[]> points) {
        return IntStream.range(0, points.size()).filter(i -> i == 0 || i == points.size() - 1
            || points.get(i)[0] != points.get(i - 1)[0] || points.get(i)[0] != points.get(i + 1)[0])
            .filter(i -> i == 0 || i == points.size() - 1
                || points.get(i)[1] != points.get(i - 1)[1] || points.get(i)[1] != points.get(i + 1)[1])
            .mapToObj(points::get).toList();
    }
}
