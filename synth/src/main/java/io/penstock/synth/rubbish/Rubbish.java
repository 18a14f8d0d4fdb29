package io.penstock.synth.rubbish;

import io.penstock.synth.digit.DigitSet;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The kinds of ink that stand where digits are expected and are none, each with a drawing of it.
 *
 * <p>What a careful reader could take for a digit is left out: lone strokes that are no flatter than 45° (a 1), closed frames (a 0), a
 * corner at the top right (a 7), halves that are digits themselves.
 */
public enum Rubbish {

    /** Two strokes that cross, as fills unused boxes: any pen, slant, bow and asymmetry, sometimes in one go with a loop. */
    CROSS(35, PenMarks::cross),

    /** One stroke, clearly flatter than a 1. */
    SLASH(4, PenMarks::slash),

    /** One level stroke. */
    DASH(10, PenMarks::dash),

    /** A full stop, a comma, a speck, blown up to the size of a digit; or several specks. */
    SPECK(8, PenMarks::speck),

    /** Strokes that close an amount: {@code /-}, {@code =}, {@code /=}, {@code //}. */
    TERMINATOR(8, PenMarks::terminator),

    /** A dollar, rupee, pound or euro sign, or the capital R that stands for a currency. */
    CURRENCY(6, PenMarks::currency),

    /** What dropout leaves of printed boxes: corners, tees, two or three sides. */
    FRAME(10, PenMarks::frame),

    /** A digit struck out, or ink laid over ink until nothing can be read. */
    SCRIBBLE(8, SpoiltDigits::scribble),

    /** An arc: the top or bottom of a 0, the foot of a 2. */
    PIECE(4, PenMarks::piece),

    /** One side of a digit that was cut in the wrong place, where that side is no digit itself. */
    HALF(9, SpoiltDigits::half),

    /** A drop of ink that ran: compact, ragged, without strokes. */
    BLOT(5, PenMarks::blot),

    /** A pen that wandered: one long or several short strokes through places at random, round or angular, open or closed. */
    DOODLE(22, PenMarks::doodle),

    /** What letters and signs are made of: a few strokes, straight or bowed, that meet at the places of a small grid; at times a dot. */
    SIGN(30, PenMarks::sign),

    /** A digit that lies on its side or is mirrored, of those that are no digit then: what an upright reader must not read. */
    TURNED(10, SpoiltDigits::turned),

    /** Two digits that touch, in the frame of one. */
    PAIR(7, SpoiltDigits::pair);

    private final int share;
    private final BiFunction<DigitSet, SplittableRandom, byte[]> drawing;

    Rubbish(int share, Function<SplittableRandom, byte[]> mark) {
        this(share, (digits, random) -> mark.apply(random));
    }

    Rubbish(int share, BiFunction<DigitSet, SplittableRandom, byte[]> drawing) {
        this.share = share;
        this.drawing = drawing;
    }

    /** Draws a piece of rubbish of any kind, crosses most often. */
    public static byte[] any(DigitSet digits, SplittableRandom random) {
        int total = 0;
        for (Rubbish kind : values()) {
            total += kind.share;
        }
        int at = random.nextInt(total);
        int kind = 0;
        while (at >= values()[kind].share) {
            at -= values()[kind++].share;
        }
        return values()[kind].draw(digits, random);
    }

    /**
     * Draws a piece of rubbish of this kind.
     *
     * @param digits real digits, for what is made of them
     * @param random decides everything
     * @return a glyph of 784 bytes
     */
    public byte[] draw(DigitSet digits, SplittableRandom random) {
        return drawing.apply(digits, random);
    }
}
