package io.penstock.app.evaluate;

import io.penstock.train.evaluate.Reliability;
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
 * @param lost          how many were taken for empty, though something is written
 * @param rightRate     share (0 to 1) of fields that are right
 * @param readRate      share (0 to 1) of fields that were accepted
 * @param errorRate     share (0 to 1) of accepted fields that are wrong; null where none was accepted
 * @param byField       the same counts for each field name
 * @param curve         what other levels of confidence would do, from the strictest on
 * @param readAt        the greatest share of fields that could be accepted so that of those 0.1, 0.5, 1 and 2 % are wrong in this set
 * @param reliability   how far the confidence of what was read can be believed
 * @param confusions    what was taken for what, the costliest first
 */
public record NumberReport(int fields, int right, int accepted, int wrongAccepted, int missing, int lost, double rightRate, double readRate,
                           Double errorRate, Map<String, Counts> byField, List<AcceptanceCurve.Point> curve, Map<String, Double> readAt,
                           Reliability reliability, List<Confusion> confusions) {

    private static final int POINTS = 20;
    private static final List<Double> ERROR_RATES = List.of(0.001, 0.005, 0.01, 0.02);

    /** Counts of one field name. */
    public record Counts(int fields, int right, int accepted, int wrongAccepted) {

        private Counts plus(ScoredField field) {
            return new Counts(fields + 1, right + (field.isRight() ? 1 : 0), accepted + (field.isAccepted() ? 1 : 0),
                wrongAccepted + (field.isAccepted() && !field.isRight() ? 1 : 0));
        }
    }

    /** Sums up; at least one field. */
    public static NumberReport of(List<ScoredField> fields) {
        Map<String, Counts> byField = new LinkedHashMap<>();
        Counts all = new Counts(0, 0, 0, 0);
        for (ScoredField field : fields) {
            byField.merge(field.truth().field(), new Counts(0, 0, 0, 0).plus(field), (before, one) -> before.plus(field));
            all = all.plus(field);
        }
        int missing = (int) fields.stream().filter(field -> field.number().isEmpty()).count();
        int lost = (int) fields.stream().filter(ScoredField::isLost).count();
        AcceptanceCurve curve = AcceptanceCurve.of(fields);
        Map<String, Double> readAt = new LinkedHashMap<>();
        ERROR_RATES.forEach(rate -> readAt.put(rate.toString(), curve.readRateAt(rate)));
        return new NumberReport(all.fields, all.right, all.accepted, all.wrongAccepted, missing, lost, share(all.right, all.fields),
            share(all.accepted, all.fields), all.accepted == 0 ? null : share(all.wrongAccepted, all.accepted), byField,
            curve.summary(POINTS), readAt, reliability(fields), Confusion.among(fields));
    }

    private static Reliability reliability(List<ScoredField> fields) {
        List<ScoredField> read = fields.stream().filter(field -> field.confidence() > 0).toList();
        boolean[] right = new boolean[read.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = read.get(i).isTextRight();
        }
        return Reliability.of(read.stream().mapToDouble(ScoredField::confidence).toArray(), right);
    }

    private static double share(int part, int whole) {
        return (double) part / whole;
    }
}
