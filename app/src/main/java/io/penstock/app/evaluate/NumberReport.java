package io.penstock.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well fields were read.
 *
 * @param fields        number of fields in the truth
 * @param right         how many were recognized right, accepted or not
 * @param accepted      how many were accepted without a person
 * @param wrongAccepted how many of those are wrong
 * @param missing       how many have no number at all
 * @param rightRate     share (0 to 1) of fields that are right
 * @param readRate      share (0 to 1) of fields that were accepted
 * @param errorRate     share (0 to 1) of accepted fields that are wrong; null where none was accepted
 * @param byField       the same counts for each field name
 * @param curve         what other thresholds of confidence would do, from the strictest on
 */
public record NumberReport(int fields, int right, int accepted, int wrongAccepted, int missing, double rightRate, double readRate,
                           Double errorRate, Map<String, Counts> byField, List<Point> curve) {

    private static final int POINTS = 20;

    /** Counts of one field name. */
    public record Counts(int fields, int right, int accepted, int wrongAccepted) {

        private Counts plus(ScoredField field) {
            return new Counts(fields + 1, right + (field.isRight() ? 1 : 0), accepted + (field.isAccepted() ? 1 : 0),
                wrongAccepted + (field.isAccepted() && !field.isRight() ? 1 : 0));
        }
    }

    /**
     * One point of the error–reject curve.
     *
     * @param threshold confidence from which a number would be accepted
     * @param readRate  share of fields that would be
     * @param errorRate share of those that are wrong
     */
    public record Point(double threshold, double readRate, double errorRate) {
    }

    /** Sums up; at least one field. */
    public static NumberReport of(List<ScoredField> fields) {
        Map<String, Counts> byField = new LinkedHashMap<>();
        Counts all = new Counts(0, 0, 0, 0);
        int missing = 0;
        for (ScoredField field : fields) {
            byField.merge(field.truth().field(), new Counts(0, 0, 0, 0).plus(field), (before, one) -> before.plus(field));
            all = all.plus(field);
            missing += field.number().isEmpty() ? 1 : 0;
        }
        return new NumberReport(all.fields, all.right, all.accepted, all.wrongAccepted, missing, share(all.right, all.fields),
            share(all.accepted, all.fields), all.accepted == 0 ? null : share(all.wrongAccepted, all.accepted), byField, curve(fields));
    }

    private static List<Point> curve(List<ScoredField> fields) {
        List<ScoredField> read = fields.stream().filter(field -> field.confidence() > 0)
            .sorted(Comparator.comparingDouble(ScoredField::confidence).reversed()).toList();
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        for (int i = 0; i < read.size(); i++) {
            // Where nothing can be read, accepting anything at all is wrong.
            ScoredField field = read.get(i);
            wrong += field.isRight() && field.truth().isReadable() ? 0 : 1;
            if ((i + 1) * POINTS / read.size() > i * POINTS / read.size()) {
                points.add(new Point(field.confidence(), share(i + 1, fields.size()), share(wrong, i + 1)));
            }
        }
        return points;
    }

    private static double share(int part, int whole) {
        return (double) part / whole;
    }
}
