package io.penstock.segment.comb;

import io.penstock.schema.LinePicture;
import io.penstock.segment.glyph.LineWay;
import io.penstock.segment.ink.Ink;
import io.penstock.segment.ink.Slant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The picture of what is written in combs as if it were written without boxes: printed lines dropped out, and the room between the
 * characters, empty boxes too, closed to what people leave when they write on a line.
 */
final class CombPicture {

    /** Room between characters, in heights of the boxes. */
    private static final double ROOM = 0.17;

    private CombPicture() {
    }

    /** Takes the picture of combs side by side; nothing where nothing is written, or more than one picture holds. */
    static Optional<LinePicture> of(List<EmptiedComb> combs, LineWay way) {
        List<EmptiedComb> written = combs.stream().filter(comb -> !comb.occupants().areNone()).toList();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        EmptiedComb first = written.get(0);
        Ink line = narrowed(first);
        for (EmptiedComb comb : written.subList(1, written.size())) {
            line = line.beside(narrowed(comb), (int) Math.round(first.lines().top() - comb.lines().top()));
        }
        return way.picture(first.patch(), line, first.lines());
    }

    /** Returns what is written in a comb, upright, each gap as wide as usual at most. */
    private static Ink narrowed(EmptiedComb comb) {
        Ink written = comb.ink().masked(comb.occupants().written());
        Ink upright = written.cleaned(comb.before()).upright(Slant.of(written));
        int room = (int) Math.round(ROOM * (comb.lines().bottom() - comb.lines().top()));
        IntStream.Builder kept = IntStream.builder();
        int gap = room;
        boolean[] inked = inked(upright);
        for (int x = 0; x < inked.length; x++) {
            gap = inked[x] ? 0 : gap + 1;
            if (gap <= room) {
                kept.add(x);
            }
        }
        return upright.columns(kept.build().toArray());
    }

    /** Returns which columns have ink. */
    private static boolean[] inked(Ink ink) {
        boolean[] inked = new boolean[ink.width()];
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < inked.length; x++) {
                inked[x] |= ink.mask()[y * inked.length + x] != 0;
            }
        }
        return inked;
    }
}
