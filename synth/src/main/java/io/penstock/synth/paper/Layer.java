package io.penstock.synth.paper;

import io.penstock.synth.handwriting.Ink;
import io.penstock.synth.handwriting.InkBrush;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something on a sheet above printing and writing: ink of another strength, pencil, a hair, a fold.
 *
 * @param drawing draws what it covers, millimetres; grey covers in part, white wholly
 * @param paint   its colour
 * @param skips   how much of it the grain of the paper leaves bare, 0 to 1
 * @param smear   how far it is smeared, millimetres; 0 is sharp
 */
public record Layer(Consumer<Graphics2D> drawing, Paint paint, double skips, double smear) {

    /**
     * Some ink of one strength.
     *
     * @param ink   the ink
     * @param cover how much of the paper it covers, 0 to 1
     */
    public record Coat(Ink ink, double cover) {

        void draw(Graphics2D graphics) {
            float level = (float) cover;
            graphics.setColor(new Color(level, level, level));
            new InkBrush(graphics).draw(ink);
        }
    }

    /** Returns a layer of ink; the strongest coat lies on top. */
    public static Layer of(List<Coat> coats, Paint paint, double skips, double smear) {
        List<Coat> sorted = coats.stream().sorted(Comparator.comparingDouble(Coat::cover)).toList();
        return new Layer(graphics -> sorted.forEach(coat -> coat.draw(graphics)), paint, skips, smear);
    }
}
