package io.penstock.sink.rule;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The permanent codes that the sink writes into the reasons of a number; earlier stages add their own.
 *
 * <p>Names are never changed or used for something else. Any reason of an earlier stage but a remark sends a number to a person.
 */
public enum Reason {

    /** The posterior is below what its kind must have to be accepted (configuration {@code sink.accept.confidence}). */
    LOW_CONFIDENCE(true),
    /** The calibrated confidence is below the threshold of the risk contract for its form and kind. */
    BELOW_RISK_THRESHOLD(true),
    /** The risk contract promises nothing for fields of this form and kind: calibrate with such fields. */
    NO_RISK_THRESHOLD(true),
    /** The glyphs were classified by another ensemble than the risk contract was measured with: calibrate anew. */
    RISK_CONTRACT_OTHER_MODEL(true),
    /** The field must be filled in, and nothing is written in it. */
    REQUIRED_EMPTY(true),
    /** A mark that is not a digit stands where only a digit may: a slip, a deletion, or a glyph that cannot be read. */
    NOT_A_DIGIT(true),
    /** An empty box stands between two digits. */
    BLANK_INSIDE(true),
    /** The number of digits is not what the field allows. */
    WRONG_LENGTH(true),
    /** The digits are no date of the calendar in the order that the field asks for. */
    NOT_A_DATE(true),
    /** The value is less than the least or greater than the greatest that the field allows. */
    OUT_OF_RANGE(true),
    /** The check digit, or the prefix of a routing number, is wrong: the writer's slip, or more than one misread digit. */
    CHECK_DIGIT_FAILED(true),
    /** The digits do not match the field's regular expression. */
    PATTERN_FAILED(true),
    /** The fields of a sum do not add up as written. Every field of the sum has this reason; none was changed to make it fit. */
    RELATION_FAILED(true),
    /** An amount without boxes, on a form with cents, has no point and no sign that there are none; the form does not say what holds. */
    CENTS_UNSTATED(true),
    /** An amount written without boxes begins with a zero before other digits, as nobody writes it: what stood before may be lost. */
    LEADING_ZERO(true),
    /** The digits of an amount are clear, the place of its point is not: a mark that may be dust, or stands where none is written. */
    POINT_UNCLEAR(true),
    /** The glyphs of the field do not join up from its left end to its right, so nothing could be read. */
    UNREADABLE(true),
    /** A person says that the picture does not show the field: its value is to be read from the page. */
    WRONG_PLACE(true),
    /** A person says of another field of this form that its picture does not show it: where this one was read is in doubt too. */
    PLACE_DOUBTED(true),
    /** The page came without any field and without a reason why. */
    NO_FIELDS(true),
    /** Nothing is written or printed on the page as a whole; segment found so. Nobody is asked. */
    PAGE_BLANK(false),
    /** The most probable reading broke a rule (length, date, range, pattern, filler marks); the most probable valid one was taken. */
    CORRECTED_BY_RULE(false),
    /** The most probable reading failed its check digit; the most probable one that passes was taken. */
    CORRECTED_BY_CHECK_DIGIT(false),
    /** The most probable reading of this field alone did not fit its sum; the most probable one that fits was taken. */
    CORRECTED_BY_RELATION(false),
    /** Accepted; a person is asked all the same, so that the error rate stays known. Nothing waits for the answer. */
    QUALITY_SAMPLE(false),
    /** A person read a number of the quality sample differently: a wrong number had been accepted. */
    QUALITY_SAMPLE_MISREAD(false),
    /** A person gave a value that breaks the field's rules; it was taken as given. */
    RULE_VIOLATED_BY_PERSON(false),
    /** A person could not read it either; there is no value. */
    ILLEGIBLE(false),
    /** A person says that the page is none of the forms that are known; what was read as one is void. */
    NOT_A_FORM(false);

    /** Codes of segment that send no number to a person: a fiducial of the form, by its place in the definition, is not where it is due. */
    private static final Pattern REMARKS = Pattern.compile("FIDUCIAL_\\d+_MISSING");

    private static final Set<String> OF_CONFIDENCE = Set.of(LOW_CONFIDENCE.name(), BELOW_RISK_THRESHOLD.name(), NO_RISK_THRESHOLD.name(),
        RISK_CONTRACT_OTHER_MODEL.name());

    private final boolean demandsReview;

    Reason(boolean demandsReview) {
        this.demandsReview = demandsReview;
    }

    /** Returns whether a number with a reason of this code goes to a person: that is so of every code of an earlier stage but remarks. */
    public static boolean demandsReview(String code) {
        return Arrays.stream(values()).filter(reason -> reason.name().equals(code)).findFirst().map(Reason::demandsReview)
            .orElseGet(() -> !REMARKS.matcher(code).matches());
    }

    /** Returns whether a code says no more than that the confidence is not high enough, or that nothing is promised for it. */
    public static boolean isOfConfidence(String code) {
        return OF_CONFIDENCE.contains(code);
    }

    /** Returns whether a number with this reason goes to a person however probable it is. */
    public boolean demandsReview() {
        return demandsReview;
    }
}
