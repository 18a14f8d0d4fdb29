package io.penstock.synth.option;

/**
 * How samples are filled in.
 *
 * @param sloppiness how hard to read: 0 (a draughtsman) to 1 (a doctor)
 * @param faint      how pale the ink: 0 (full) to 1 (hardly visible)
 * @param touching   share of digits, 0 to 1, that touch their neighbour in a free field or the line of their box in a comb
 * @param blank      share, 0 to 1, of the fields that may stay empty that do
 */
public record PenOptions(double sloppiness, double faint, double touching, double blank) {

    /** Checks the ranges. */
    public PenOptions {
        Ranges.share("sloppiness", sloppiness);
        Ranges.share("faint", faint);
        Ranges.share("touching", touching);
        Ranges.share("blank", blank);
    }

    /** Returns a clear hand with a good pen. */
    public static PenOptions defaults() {
        return new PenOptions(0.2, 0, 0, 0.15);
    }
}
