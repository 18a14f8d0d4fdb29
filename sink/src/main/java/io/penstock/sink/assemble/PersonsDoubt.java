package io.penstock.sink.assemble;

import io.penstock.schema.AssembledNumber;
import io.penstock.schema.Correction;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.ReviewTask;
import io.penstock.schema.Source;
import io.penstock.sink.rule.Reason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a person's word about a page, rather than about what is written on it, makes of the page's numbers: pure functions.
 *
 * <p>Where one picture shows another place than its field, or the page is not the form that it was taken for, nothing that was read from
 * that form can be relied on: numbers that had been accepted go to people too.
 */
final class PersonsDoubt {

    private PersonsDoubt() {
    }

    /**
     * Returns the numbers of a page on which the picture of the number at an index does not show its field. That one is to be read from
     * the page; whatever was accepted of the same form is asked anew, but what people have answered since it was doubted.
     */
    static List<AssembledNumber> misplaced(List<AssembledNumber> page, int index, Instant now) {
        RecognizedNumber wrong = page.get(index).getNumber();
        List<AssembledNumber> doubted = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            AssembledNumber entry = page.get(i);
            if (i == index) {
                doubted.add(ask(entry, emptied(entry.getNumber()), List.of(Reason.WRONG_PLACE.name()), now));
            } else if (isOfSameForm(entry.getNumber(), wrong) && Progress.isFinal(entry.getNumber()) && !wasDoubted(entry)) {
                RecognizedNumber machine = Objects.requireNonNullElse(entry.getMachine(), entry.getNumber());
                List<String> reasons = Stream.concat(machine.getReasons().stream(), Stream.of(Reason.PLACE_DOUBTED.name())).toList();
                doubted.add(ask(entry, RecognizedNumber.newBuilder(machine), reasons, now));
            } else {
                doubted.add(entry);
            }
        }
        return doubted;
    }

    /** Returns the numbers of a page that is no known form, as a person says of the number at an index: all of its form are void. */
    static List<AssembledNumber> notAForm(List<AssembledNumber> page, int index, Correction correction) {
        RecognizedNumber wrong = page.get(index).getNumber();
        return page.stream().map(entry -> isOfSameForm(entry.getNumber(), wrong) ? answered(entry, correction) : entry).toList();
    }

    /** Returns the question about a number that is asked once more; without a picture of its own, the page is the picture. */
    static ReviewTask question(AssembledNumber entry, Instant now) {
        return ReviewTask.newBuilder().setId(entry.getNumber().getReview()).setNumber(entry.getNumber()).setRules(entry.getRules())
            .setSnippet(ByteBuffer.allocate(0)).setCreatedAt(now).build();
    }

    private static boolean isOfSameForm(RecognizedNumber number, RecognizedNumber wrong) {
        return number.getField() != null && number.getCopy() == wrong.getCopy() || number.equals(wrong) || wrong.getField() == null;
    }

    private static boolean wasDoubted(AssembledNumber entry) {
        return entry.getMachine() != null && entry.getMachine().getReasons().contains(Reason.PLACE_DOUBTED.name());
    }

    private static AssembledNumber ask(AssembledNumber entry, RecognizedNumber.Builder number, List<String> reasons, Instant now) {
        RecognizedNumber asked = number.setStatus(NumberStatus.REVIEW).setSource(Source.MACHINE).setReasons(reasons)
            .setReview(ReviewId.of(entry.getNumber()).toString()).setVersion(entry.getNumber().getVersion() + 1).setDecidedAt(now).build();
        return AssembledNumber.newBuilder().setNumber(asked).setRules(entry.getRules()).build();
    }

    private static AssembledNumber answered(AssembledNumber entry, Correction correction) {
        RecognizedNumber number = emptied(entry.getNumber()).setStatus(NumberStatus.EMPTY).setSource(Source.HUMAN)
            .setReasons(List.of(Reason.NOT_A_FORM.name())).setReviewers(HumanAnswer.reviewers(correction))
            .setVersion(entry.getNumber().getVersion() + 1).setDecidedAt(correction.getCorrectedAt()).build();
        return AssembledNumber.newBuilder(entry).setNumber(number).setAnswer(correction.getId()).setMachine(HumanAnswer.machine(entry))
            .build();
    }

    private static RecognizedNumber.Builder emptied(RecognizedNumber number) {
        return RecognizedNumber.newBuilder(number).setText("").setValue(null).setDigits(List.of()).setConfidence(null).setPosterior(null);
    }
}
