package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import io.penstock.synth.digit.DigitSet;
import io.penstock.synth.digit.MnistFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Readers of the two UCI sets of black-and-white digits, Semeion (16 by 16) and Optical Recognition (32 by 32), normalized as MNIST is.
 *
 * <p>Neither set says who wrote a digit, but both are ordered by writer: each falls into two contiguous halves of different writers.
 * <ul>
 * <li>Semeion (1,593 digits, about 80 writers who wrote 0 to 9 twice, neatly and fast) comes in six rounds of 0 to 9. Slant and stroke
 *     width agree between the digits at the same place in each run of a round, and between rounds one and two, three and four, five and
 *     six: 20, 20 and 40 writers. The first 796 digits are rounds one to four, the other 797 are five and six.
 * <li>Optical Recognition (1,934 digits of 30 writers) is ordered by writer, about 64 digits each: slant, proportions and stroke width of
 *     neighbours agree, and no longer do 60 places on. The training half leaves out the 64 digits before the middle, one writer's worth,
 *     for the writer who may be on both sides of it.
 * </ul>
 */
public final class BitmapDigits {

    private static final int SEMEION_SIDE = 16;
    private static final int OPTICAL_SIDE = 32;
    private static final int OPTICAL_WRITER = 64;

    private BitmapDigits() {
    }

    /** Reads {@code semeion.data}: a line a digit, 256 numbers that are 0 or 1, then ten of which one is 1. */
    public static DigitSet semeion(Path path) {
        List<byte[]> images = new ArrayList<>();
        List<Byte> labels = new ArrayList<>();
        for (String line : lines(path)) {
            String[] numbers = line.trim().split("\\s+");
            int pixels = SEMEION_SIDE * SEMEION_SIDE;
            if (numbers.length != pixels + 10) {
                throw new DataSetException(Code.WRONG_LENGTH, path + " has a line of " + numbers.length + " numbers; Semeion's have 266");
            }
            float[] ink = new float[pixels];
            for (int i = 0; i < pixels; i++) {
                ink[i] = numbers[i].startsWith("1") ? 1 : 0;
            }
            images.add(MnistFrame.fit(ink, SEMEION_SIDE, SEMEION_SIDE));
            labels.add(oneHot(path, Arrays.asList(numbers).subList(pixels, numbers.length)));
        }
        return DigitSet.of(images, labels);
    }

    private static byte oneHot(Path path, List<String> numbers) {
        int label = numbers.indexOf("1");
        if (label < 0) {
            throw new DataSetException(Code.WRONG_LABEL, path + " has a line without a label: one of its last ten numbers must be 1");
        }
        return (byte) label;
    }

    /** Reads {@code optdigits-orig}: a header, then for each digit 32 lines of 32 characters 0 or 1 and a line with the label. */
    public static DigitSet optical(Path path) {
        List<byte[]> images = new ArrayList<>();
        List<Byte> labels = new ArrayList<>();
        float[] ink = new float[OPTICAL_SIDE * OPTICAL_SIDE];
        int row = 0;
        for (String line : lines(path)) {
            if (line.length() == OPTICAL_SIDE && line.matches("[01]+") && row < OPTICAL_SIDE) {
                for (int x = 0; x < OPTICAL_SIDE; x++) {
                    ink[row * OPTICAL_SIDE + x] = line.charAt(x) - '0';
                }
                row++;
            } else if (row == OPTICAL_SIDE) {
                if (!line.trim().matches("[0-9]")) {
                    throw new DataSetException(Code.WRONG_LABEL, path + " has label '" + line.trim() + "'; labels are 0 to 9");
                }
                images.add(MnistFrame.fit(ink, OPTICAL_SIDE, OPTICAL_SIDE));
                labels.add(Byte.valueOf(line.trim()));
                row = 0;
            }
        }
        if (labels.isEmpty() || row != 0) {
            throw new DataSetException(Code.WRONG_LENGTH, path + " ends after " + labels.size() + " digits and " + row
                + " rows: fetch it again");
        }
        return DigitSet.of(images, labels);
    }

    /** Returns the digits of Semeion's first 40 writers, of the whole set in its published order: those that may train. */
    public static DigitSet semeionTraining(DigitSet semeion) {
        return semeion.where(i -> i < semeion.size() / 2);
    }

    /** Returns the digits of Semeion's other 40 writers: those that only measure. */
    public static DigitSet semeionTest(DigitSet semeion) {
        return semeion.where(i -> i >= semeion.size() / 2);
    }

    /** Returns the digits of about the first 14 writers, of the whole of Optical Recognition in its order: those that may train. */
    public static DigitSet opticalTraining(DigitSet optical) {
        return optical.where(i -> i < optical.size() / 2 - OPTICAL_WRITER);
    }

    /** Returns the second half of Optical Recognition, about 15 writers: those that only measure. */
    public static DigitSet opticalTest(DigitSet optical) {
        return optical.where(i -> i >= optical.size() / 2);
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new DataSetException(Code.NOT_FOUND, path + " cannot be read (" + e + "); it comes from the UCI repository");
        }
    }
}
