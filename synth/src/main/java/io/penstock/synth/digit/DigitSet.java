package io.penstock.synth.digit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Labelled digit images, in order.
 *
 * @param images one array a digit: 784 bytes, 28 rows of 28, 0 is paper and 255 is ink
 * @param labels the digits, 0 to 9, as many as images
 */
public record DigitSet(byte[][] images, byte[] labels) {

    /** Bytes of one image. */
    public static final int PIXELS = 28 * 28;

    /** Rejects sets whose images and labels do not pair up. */
    public DigitSet {
        if (images.length != labels.length) {
            throw new DataSetException(DataSetException.Code.COUNTS_DIFFER,
                images.length + " images but " + labels.length + " labels: give the two files of one data set");
        }
    }

    /** Returns a set of images and labels that were gathered one by one. */
    public static DigitSet of(List<byte[]> images, List<Byte> labels) {
        byte[] array = new byte[labels.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = labels.get(i);
        }
        return new DigitSet(images.toArray(byte[][]::new), array);
    }

    /** Returns the number of digits. */
    public int size() {
        return labels.length;
    }

    /** Returns the digits at the places that satisfy a condition, in the same order. */
    public DigitSet where(IntPredicate keep) {
        int[] kept = IntStream.range(0, size()).filter(keep).toArray();
        byte[][] keptImages = new byte[kept.length][];
        byte[] keptLabels = new byte[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptImages[i] = images[kept[i]];
            keptLabels[i] = labels[kept[i]];
        }
        return new DigitSet(keptImages, keptLabels);
    }

    /** Returns this set followed by another. */
    public DigitSet plus(DigitSet other) {
        byte[][] allImages = Arrays.copyOf(images, size() + other.size());
        byte[] allLabels = Arrays.copyOf(labels, size() + other.size());
        System.arraycopy(other.images, 0, allImages, size(), other.size());
        System.arraycopy(other.labels, 0, allLabels, size(), other.size());
        return new DigitSet(allImages, allLabels);
    }

    /** Returns some of the digits, drawn by a seed, in the same order; all of them where there are not so many. */
    public DigitSet drawn(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, size()).toArray();
        BitSet chosen = new BitSet(size());
        for (int i = 0; i < Math.min(count, size()); i++) {
            int other = random.nextInt(i, size());
            chosen.set(order[other]);
            order[other] = order[i];
        }
        return where(chosen::get);
    }
}
