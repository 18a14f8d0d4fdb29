package io.penstock.synth.rubbish.unseen;

/** Letters in plain handwriting, of those that no reader takes for a digit. */
final class Lettering {

    static final String SMALL = "aekmnw";
    static final String CAPITAL = "AEFHKMNW";

    private Lettering() {
    }

    /** Draws a letter in the frame around (x, y) that reaches {@code w} to each side and {@code h} up and down. */
    static void draw(InkSheet sheet, char letter, double x, double y, double w, double h) {
        switch (letter) {
            case 'a' -> smooth(sheet, x, y, w, h, -0.7, -0.6, 0, -1, 0.7, -0.5, 0.7, 0.5, 0.75, 0.9, 1.1, 0.95)
                .stroke(at(x, y, w, h, 0.7, -0.15, -0.1, -0.2, -0.9, 0.3, -0.5, 0.95, 0.2, 0.8, 0.7, 0.2));
            case 'e' -> smooth(sheet, x, y, w, h, -0.9, 0.1, 0.3, 0.1, 0.95, -0.2, 0.6, -0.9, -0.3, -0.95, -1, 0, -0.6, 0.85, 0.2, 1, 1,
                0.7);
            case 'k' -> straight(sheet, x, y, w, h, -0.8, -1.2, -0.8, 1).lines(at(x, y, w, h, 0.7, -0.5, -0.7, 0.25))
                .stroke(at(x, y, w, h, -0.3, 0.05, 0.3, 0.6, 0.9, 1));
            case 'm' -> straight(sheet, x, y, w, h, -1, -0.9, -1, 0.9)
                .stroke(at(x, y, w, h, -1, -0.3, -0.6, -0.9, -0.15, -0.7, -0.05, 0, -0.05, 0.9))
                .stroke(at(x, y, w, h, -0.05, -0.3, 0.4, -0.9, 0.85, -0.7, 0.95, 0, 1, 0.9));
            case 'n' -> straight(sheet, x, y, w, h, -0.7, -0.9, -0.75, 0.9)
                .stroke(at(x, y, w, h, -0.75, -0.2, -0.2, -0.85, 0.5, -0.75, 0.7, 0, 0.7, 0.7, 1, 0.9));
            case 'w' -> smooth(sheet, x, y, w, h, -1, -0.8, -0.9, 0.3, -0.55, 0.9, -0.1, 0.5, 0, -0.3, 0.1, 0.5, 0.55, 0.9, 0.9, 0.3, 1,
                -0.8);
            case 'A' -> straight(sheet, x, y, w, h, -0.9, 1, 0, -1, 0.9, 1).lines(at(x, y, w, h, -0.6, 0.3, 0.6, 0.3));
            case 'E' -> straight(sheet, x, y, w, h, 0.8, -1, -0.7, -1, -0.7, 1, 0.85, 1).lines(at(x, y, w, h, -0.7, 0, 0.5, 0));
            case 'F' -> straight(sheet, x, y, w, h, 0.8, -1, -0.7, -1, -0.7, 1).lines(at(x, y, w, h, -0.7, 0, 0.5, 0));
            case 'H' -> straight(sheet, x, y, w, h, -0.8, -1, -0.8, 1).lines(at(x, y, w, h, 0.8, -1, 0.8, 1))
                .lines(at(x, y, w, h, -0.8, 0, 0.8, 0));
            case 'K' -> straight(sheet, x, y, w, h, -0.75, -1, -0.75, 1).lines(at(x, y, w, h, 0.8, -1, -0.7, 0.15))
                .lines(at(x, y, w, h, -0.35, -0.1, 0.85, 1));
            case 'M' -> straight(sheet, x, y, w, h, -1, 1, -0.85, -1, 0, 0.5, 0.85, -1, 1, 1);
            case 'N' -> straight(sheet, x, y, w, h, -0.8, 1, -0.8, -1, 0.8, 1, 0.8, -1);
            case 'W' -> straight(sheet, x, y, w, h, -1, -1, -0.55, 1, 0, -0.4, 0.55, 1, 1, -1);
            default -> throw new IllegalArgumentException("no strokes for " + letter);
        }
    }

    private static InkSheet smooth(InkSheet sheet, double x, double y, double w, double h, double... points) {
        return sheet.stroke(at(x, y, w, h, points));
    }

    private static InkSheet straight(InkSheet sheet, double x, double y, double w, double h, double... points) {
        return sheet.lines(at(x, y, w, h, points));
    }

    private static double[] at(double x, double y, double w, double h, double... points) {
        double[] placed = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            placed[i] = x + w * points[i];
            placed[i + 1] = y + h * points[i + 1];
        }
        return placed;
    }
}
