package io.penstock.train.sample;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.handwriting.PennedDigit;
import io.penstock.synth.rubbish.Rubbish;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the shipped networks learn from, as eleven classes: real digits, digits in generated hands, and generated rubbish (class 10).
 *
 * <p>MNIST's writers are North American; the generated hands have what others write: a 1 with a long upstroke, a 7 with a bar, a 9 like a
 * g, a 0 with a stroke. They are drawn once for a run, with the run's seed, and varied afresh in every epoch like the real ones. Two real
 * digits in five are varied mildly: clean forms are read as well.
 */
public final class ShippedSamples implements SampleSource {

    private static final int PENNED = 45_000;
    private static final int RUBBISH = 24_000;
    private static final double MILD = 0.4;
    private static final int VALIDATION_DRAWN = 1_000;
    private static final long VALIDATION_SEED = 77;
    /** Habits differ most for these; each digit stands once and these stand again. */
    private static final int[] PENNED_DIGITS = {0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 7, 7, 8, 9, 9, 9};

    private final byte[][] images;
    private final byte[] classes;
    private final byte[][] neighbours;
    private final Augmentation augmentation;

    /**
     * Draws what is generated.
     *
     * @param digits       real digits
     * @param augmentation how each sample is varied
     * @param seed         decides what is drawn
     */
    public ShippedSamples(DigitSet digits, Augmentation augmentation, long seed) {
        DigitSet all = digits.plus(penned(PENNED, seed)).plus(rubbish(digits, RUBBISH, seed));
        this.images = all.images();
        this.classes = all.labels();
        this.neighbours = digits.images();
        this.augmentation = augmentation;
    }

    /**
     * Returns what networks on these samples are chosen on: real digits of other writers, digits in generated hands, generated rubbish.
     *
     * @param digits real digits, none of them among the training digits
     */
    public static DigitValidation validation(DigitSet digits) {
        return Validation.of(digits.plus(penned(VALIDATION_DRAWN, VALIDATION_SEED))
            .plus(rubbish(digits, VALIDATION_DRAWN, VALIDATION_SEED)));
    }

    @Override
    public int size() {
        return images.length;
    }

    @Override
    public void write(int index, SplittableRandom random, float[] features, int offset, float[] labels, int labelsOffset) {
        byte[] neighbour = neighbours[random.nextInt(neighbours.length)];
        boolean mild = index < neighbours.length && random.nextDouble() < MILD;
        (mild ? Augmentation.mild() : augmentation).apply(images[index], neighbour, random, features, offset);
        labels[labelsOffset + classes[index]] = 1;
    }

    private static DigitSet penned(int count, long seed) {
        return drawn(count, seed, random -> PENNED_DIGITS[random.nextInt(PENNED_DIGITS.length)], PennedDigit::draw);
    }

    private static DigitSet rubbish(DigitSet digits, int count, long seed) {
        return drawn(count, ~seed, random -> DigitClassifier.REJECT, (none, random) -> Rubbish.any(digits, random));
    }

    private static DigitSet drawn(int count, long seed, Function<SplittableRandom, Integer> label, Drawing drawing) {
        byte[][] images = new byte[count][];
        byte[] labels = new byte[count];
        IntStream.range(0, count).parallel().forEach(i -> {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + i);
            labels[i] = label.apply(random).byteValue();
            images[i] = drawing.draw(labels[i], random);
        });
        return new DigitSet(images, labels);
    }

    private interface Drawing {

        byte[] draw(int label, SplittableRandom random);
    }
}
