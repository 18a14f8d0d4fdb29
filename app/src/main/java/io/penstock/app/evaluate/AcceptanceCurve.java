package io.penstock.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The error–reject curve of fields: what each level of confidence would accept, and how much of that is wrong. Numbers that go to a person
 * for another reason than confidence are accepted at no level.
 *
 * @param points from the strictest level to the one that accepts everything that can be; one for each confidence that occurs
 */
public record AcceptanceCurve(List<Point> points) {

    /**
     * One level of confidence.
     *
     * @param threshold confidence from which a number would be accepted
     * @param readRate  share (0 to 1) of all fields that would be
     * @param errorRate share (0 to 1) of those that are wrong
     */
    public record Point(double threshold, double readRate, double errorRate) {
    }

    /** Returns the curve of fields; accepting anything at all where nothing can be read is wrong. */
    public static AcceptanceCurve of(List<ScoredField> fields) {
        List<ScoredField> order = fields.stream().filter(field -> field.isAcceptable() && field.confidence() > 0)
            .sorted(Comparator.comparingDouble(ScoredField::confidence).reversed()).toList();
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        for (int i = 0; i < order.size(); i++) {
            wrong += order.get(i).isTextRight() ? 0 : 1;
            double level = order.get(i).confidence();
            if (i + 1 == order.size() || order.get(i + 1).confidence() != level) {
                points.add(new Point(level, (i + 1.0) / fields.size(), wrong / (i + 1.0)));
            }
        }
        return new AcceptanceCurve(points);
    }

    /** Returns the greatest share (0 to 1) of fields that a level accepts at this error rate or less; 0 where no level does. */
    public double readRateAt(double errorRate) {
        return points.stream().filter(point -> point.errorRate() <= errorRate).mapToDouble(Point::readRate).max().orElse(0);
    }

    /** Returns a few points, evenly spread over what can be accepted. */
    public List<Point> summary(int count) {
        List<Point> few = new ArrayList<>();
        double most = points.isEmpty() ? 0 : points.get(points.size() - 1).readRate();
        for (int i = 1; i <= count && most > 0; i++) {
            double rate = most * i / count - 1e-9;
            Point point = points.stream().filter(one -> one.readRate() >= rate).findFirst().orElseThrow();
            if (few.isEmpty() || !few.get(few.size() - 1).equals(point)) {
                few.add(point);
            }
        }
        return few;
    }
}
