package io.penstock.train.explore;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.digit.DigitSet;
import io.penstock.train.report.GlyphSheet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Sheets of digits of one set.
 *
 * @param set the digits
 */
record Specimens(DigitSet set) {

    private static final int COLUMNS = 15;

    /** Returns a row of digits for each class, drawn by a seed. */
    byte[] sheet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GlyphSheet sheet = new GlyphSheet(COLUMNS);
        for (int digit = 0; digit < DigitClassifier.DIGITS; digit++) {
            int[] places = places(digit);
            for (int i = 0; i < COLUMNS; i++) {
                sheet.add(places.length == 0 ? new byte[DigitSet.PIXELS] : set.images()[places[random.nextInt(places.length)]], "");
            }
        }
        return sheet.png();
    }

    /** Returns the mean image of each class, darkened to full ink. */
    byte[] means() {
        GlyphSheet sheet = new GlyphSheet(DigitClassifier.DIGITS);
        for (int digit = 0; digit < DigitClassifier.DIGITS; digit++) {
            double[] mean = mean(digit);
            double most = Math.max(1e-9, IntStream.range(0, mean.length).mapToDouble(i -> mean[i]).max().orElse(1));
            byte[] glyph = new byte[mean.length];
            for (int i = 0; i < mean.length; i++) {
                glyph[i] = (byte) Math.round(255 * mean[i] / most);
            }
            sheet.add(glyph, Integer.toString(digit));
        }
        return sheet.png();
    }

    /** Returns the digits that are furthest from their class's mean image, by squared difference, with their places in the set. */
    byte[] strangest() {
        double[] distance = new double[set.size()];
        for (int digit = 0; digit < DigitClassifier.DIGITS; digit++) {
            double[] mean = mean(digit);
            for (int place : places(digit)) {
                distance[place] = distance(set.images()[place], mean);
            }
        }
        GlyphSheet sheet = new GlyphSheet(COLUMNS);
        IntStream.range(0, set.size()).boxed().sorted(Comparator.comparingDouble(place -> -distance[place])).limit(2 * COLUMNS)
            .forEach(place -> sheet.add(set.images()[place], set.labels()[place] + "\n#" + place));
        return sheet.png();
    }

    private int[] places(int digit) {
        return IntStream.range(0, set.size()).filter(i -> set.labels()[i] == digit).toArray();
    }

    private double[] mean(int digit) {
        double[] mean = new double[DigitSet.PIXELS];
        int[] places = places(digit);
        for (int place : places) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (set.images()[place][i] & 0xff) / 255.0 / places.length;
            }
        }
        return mean;
    }

    private static double distance(byte[] image, double[] mean) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            double difference = (image[i] & 0xff) / 255.0 - mean[i];
            sum += difference * difference;
        }
        return sum;
    }
}
