package io.penstock.synth.pen;

import io.penstock.synth.handwriting.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Decimal marks of all sizes: specks of a sharp pencil, and blobs and hooks half as high as a digit. */
public final class MarkSizes {

    private static final String MARKS = ".,'·";

    private final RandomGenerator random;

    public MarkSizes(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a line with its marks made smaller or larger, all of them alike. */
    public List<Ink> resize(List<Ink> symbols, String penned) {
        double width = 0.65 + 1.15 * random.nextDouble();
        double size = 0.6 + 1.4 * random.nextDouble();
        List<Ink> resized = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            boolean mark = MARKS.indexOf(penned.charAt(i)) >= 0 && !symbols.get(i).isEmpty();
            double own = size * (0.85 + 0.3 * random.nextDouble());
            resized.add(mark ? symbols.get(i).widened(width).grown(own, own) : symbols.get(i));
        }
        return resized;
    }
}
