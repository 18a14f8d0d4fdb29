package io.penstock.app.evaluate;

import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.UnexplainedInk;
import io.penstock.sink.rule.Reason;
import java.util.Optional;

/**
 * One field of the truth with what was recognized.
 *
 * @param truth  what is there
 * @param number what was recognized; empty where no number of that field came out
 */
public record ScoredField(Truth truth, Optional<RecognizedNumber> number) {

    /**
     * Returns whether the recognition is right: its digits are those of the truth (integers and amounts: but for leading zeros), or, of an
     * amount whose truth tells the decimal point, its value is; where nothing can be read, whether it did not accept anything either.
     */
    public boolean isRight() {
        if (!truth.isReadable()) {
            return !isAccepted();
        }
        if (truth.typed() && number.filter(found -> found.getKind() == FieldKind.AMOUNT).isPresent()) {
            return number.map(RecognizedNumber::getValue).filter(truth::isWorth).isPresent();
        }
        return number.filter(found -> digits(found.getText(), found.getKind()).equals(digits(truth.digits(), found.getKind()))).isPresent();
    }

    /** Returns whether a number was accepted without a person. */
    public boolean isAccepted() {
        return number.filter(found -> found.getStatus() == NumberStatus.ACCEPTED).isPresent();
    }

    /** Returns whether what was read is what is there, or nothing was read where nothing can be, whatever became of it. */
    public boolean isTextRight() {
        return truth.isReadable() ? isRight() : number.filter(found -> !found.getText().isEmpty()).isEmpty();
    }

    /** Returns whether the field was taken for an empty one, though something is written in it. */
    public boolean isLost() {
        return truth.isReadable() && !isRight() && number.filter(found -> found.getStatus() == NumberStatus.EMPTY).isPresent();
    }

    /** Returns whether nothing but a level of confidence can keep the number from being accepted. */
    public boolean isAcceptable() {
        return number.filter(found -> found.getConfidence() != null).filter(found -> found.getReasons().stream()
            .noneMatch(code -> Reason.demandsReview(code) && !Reason.isOfConfidence(code))).isPresent();
    }

    /** Returns the confidence, 0 to 1; 0 where there is none or nothing was read. */
    public double confidence() {
        return number.filter(found -> !found.getText().isEmpty()).map(RecognizedNumber::getConfidence).orElse(0.0);
    }

    /** Returns the length of the longest stroke in the field that nothing explains, millimetres; 0 where all ink is accounted for. */
    public double unexplainedInk() {
        return number.stream().flatMap(found -> found.getUnexplained().stream()).mapToDouble(UnexplainedInk::getLength).max().orElse(0);
    }

    /** Returns one line for people: where, what is there, what was recognized. */
    public String describe() {
        String found = number.map(n -> "read " + n.getText() + worth(n.getValue()) + " (raw " + n.getRaw() + "), confidence "
            + n.getConfidence() + ", " + n.getStatus() + " " + n.getReasons()).orElse("no number came out");
        return truth.scan().getFileName() + " " + truth.field() + ": written " + truth.written() + worth(truth.value()) + ", "
            + found;
    }

    private String worth(String value) {
        return truth.typed() ? " for " + value : "";
    }

    /** Returns a few words to stand under a picture of the field. */
    public String caption() {
        return truth.scan().getFileName() + " " + truth.field() + ": " + truth.written() + " → "
            + number.map(n -> n.getText() + " (" + n.getConfidence() + ", " + n.getStatus() + ")").orElse("nothing");
    }

    private static String digits(String text, FieldKind kind) {
        boolean counts = kind == FieldKind.INTEGER || kind == FieldKind.AMOUNT;
        return counts ? text.replaceFirst("^0+(?=.)", "") : text;
    }
}
