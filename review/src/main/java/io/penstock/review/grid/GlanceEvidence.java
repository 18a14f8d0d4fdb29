package io.penstock.review.grid;

import io.penstock.schema.Candidate;
import io.penstock.schema.FieldKind;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import java.util.List;

/**
 * What a look at one digit of a field, among others that were read alike, says about the whole field: Bayes' rule over the field's possible
 * readings.
 *
 * <p>A reading that has another digit at that place becomes less probable by as much as people see odd ones. All else that the field may
 * be keeps its weight: readings of another length (a digit lost, or one too many, is not seen by looking at one), those that differ
 * elsewhere or only in the place of their point, and what is on no list.
 */
public final class GlanceEvidence {

    private GlanceEvidence() {
    }

    /**
     * Returns the probability (0 to 1) that the machine's reading of a field is right, once a person has looked at one of its digits.
     *
     * @param task   the field, with what else it may be
     * @param index  which digit of its text was looked at, from 0
     * @param marked whether the person says that it is another digit
     */
    public static double posterior(ReviewTask task, int index, boolean marked, Glance glance) {
        RecognizedNumber number = task.getNumber();
        if (number.getConfidence() == null) {
            return 0;
        }
        double right = number.getConfidence();
        double another = anotherThere(task.getCandidates(), number, index) * (1 - right);
        double elsewhere = 1 - right - another;
        double weighed = another * (marked ? glance.marked() : glance.passed());
        return right / (right + weighed + elsewhere);
    }

    /** Returns the share (0 to 1) of what else the field may be that has another digit at a place, and the same number of digits. */
    private static double anotherThere(List<Candidate> candidates, RecognizedNumber number, int index) {
        String text = number.getText();
        double right = 0;
        double there = 0;
        for (Candidate candidate : candidates) {
            String digits = candidate.getText().replaceAll("[^0-9]", "");
            if (isRead(candidate, number)) {
                right += candidate.getConfidence();
            } else if (digits.length() == text.length() && digits.charAt(index) != text.charAt(index)) {
                there += candidate.getConfidence();
            }
        }
        return right < 1 ? Math.min(1, there / (1 - right)) : 0;
    }

    /** Readings of amounts are told apart by their values, all others by their digits. */
    private static boolean isRead(Candidate candidate, RecognizedNumber number) {
        boolean amount = number.getKind() == FieldKind.AMOUNT && number.getValue() != null;
        return candidate.getText().equals(amount ? number.getValue() : number.getText());
    }
}
