package io.penstock.synth.line;

import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.handwriting.RecordedHand;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The people whose digits lines are made of: all digits of a line are of one of them.
 *
 * @param scanned  scanned digits, a set for each writer; the digits that a writer lacks are taken from another
 * @param mixed    scanned digits whose writers are not told apart; may be empty
 * @param recorded people whose pen's path is known; may be empty
 */
public record LineHands(List<Glyphs> scanned, Glyphs mixed, List<RecordedHand> recorded) {

    /** Digits of a set, by what they are. */
    public record Glyphs(DigitSet set, int[][] places) {

        /** Sorts a set. */
        public static Glyphs of(DigitSet set) {
            return new Glyphs(set, IntStream.range(0, 10)
                .mapToObj(digit -> IntStream.range(0, set.size()).filter(i -> set.labels()[i] == digit).toArray()).toArray(int[][]::new));
        }

        boolean has(int digit) {
            return places[digit].length > 0;
        }

        byte[] draw(int digit, SplittableRandom random) {
            return set.images()[places[digit][random.nextInt(places[digit].length)]];
        }
    }

    /** Takes digits of writers who are told apart, of writers who are not, and recorded ones; each digit must be in one of the sets. */
    public static LineHands of(List<DigitSet> writers, DigitSet mixed, List<RecordedHand> recorded) {
        LineHands hands = new LineHands(writers.stream().map(Glyphs::of).toList(), Glyphs.of(mixed), List.copyOf(recorded));
        for (int digit = 0; digit < 10; digit++) {
            int wanted = digit;
            if (Stream.concat(hands.scanned.stream(), Stream.of(hands.mixed)).noneMatch(glyphs -> glyphs.has(wanted))) {
                throw new IllegalArgumentException("lines need every digit, there is no " + digit);
            }
        }
        return hands;
    }

    /** Takes digits whose writers are not told apart. */
    public static LineHands of(DigitSet mixed) {
        return of(List.of(), mixed, List.of());
    }

    /** Returns the scanned digits of somebody. */
    Glyphs someone(SplittableRandom random) {
        boolean told = !scanned.isEmpty() && (mixed.set().size() == 0 || random.nextInt(3) > 0);
        return told ? scanned.get(random.nextInt(scanned.size())) : mixed;
    }

    /** Returns a digit of a writer, or of another where this one has none. */
    byte[] digit(Glyphs writer, int digit, SplittableRandom random) {
        Glyphs from = writer;
        while (!from.has(digit)) {
            from = someone(random);
        }
        return from.draw(digit, random);
    }
}
