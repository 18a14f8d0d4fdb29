package io.penstock.train.sample;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.synth.augment.Augmentation;
import io.penstock.synth.line.LineHands;
import io.penstock.train.data.DataFolder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What networks can learn from and be chosen on, by name. The real digits that choose are of the same writers for all. */
public enum SampleSet {

    /** MNIST's training digits as they are. */
    MNIST("mnist", DigitClassifier.DIGITS, Augmentation.none(), "MNIST's training digits"),

    /** MNIST's training digits, rotated, zoomed, shifted and sheared as is customary. */
    MNIST_AUGMENTED("mnist-augmented", DigitClassifier.DIGITS, Augmentation.customary(), "MNIST's training digits, varied"),

    /** What the shipped networks learn from: real digits, digits in generated hands, generated rubbish, varied as on scanned forms. */
    SHIPPED("shipped", DigitClassifier.CLASSES, Augmentation.standard(),
        "real digits, digits in generated hands, generated rubbish, varied") {
        @Override
        public TrainingData read(DataFolder folder) {
            return TrainingData.of(folder);
        }

        @Override
        public SampleSource source(DataFolder folder, TrainingData data, long seed) {
            return new ShippedSamples(data.training(), augmentation(), seed);
        }

        @Override
        public Validation validation(DataFolder folder, TrainingData data) {
            return ShippedSamples.validation(data.validation());
        }

        @Override
        public String validatedToo() {
            return "; and digits in generated hands and generated rubbish, drawn by a seed of their own";
        }
    },

    /** Generated lines of free writing, of real digits and in generated hands, on generated paper. */
    LINES("lines", DigitClassifier.FRAME_CLASSES, Augmentation.none(),
        "lines without end in scanned, recorded and generated hands, one hand a line, varied") {
        @Override
        public Shape shape() {
            return Shape.LINE;
        }

        @Override
        public TrainingData read(DataFolder folder) {
            return TrainingData.of(folder);
        }

        @Override
        public SampleSource source(DataFolder folder, TrainingData data, long seed) {
            return new LineSamples(LineData.training(folder));
        }

        @Override
        public Validation validation(DataFolder folder, TrainingData data) {
            return LineValidation.draw(LineData.validation(folder));
        }

        @Override
        public Validation test(DataFolder folder) {
            return LineValidation.draw(LineHands.of(folder.mnistTest()));
        }

        @Override
        public String validatedToo() {
            return ", from whose digits and in generated hands lines are drawn by a seed of their own";
        }
    };

    private final String id;
    private final int classes;
    private final Augmentation augmentation;
    private final String description;

    SampleSet(String id, int classes, Augmentation augmentation, String description) {
        this.id = id;
        this.classes = classes;
        this.augmentation = augmentation;
        this.description = description;
    }

    /** Returns the set of a name, or nothing. */
    public static Optional<SampleSet> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** Returns all names in their order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(SampleSet::id).toList();
    }

    /** Returns the name on the command line, in recipes and in model records. */
    public String id() {
        return id;
    }

    /** Returns how many classes its samples have: 10, 11 with reject as the last, or those of a frame. */
    public int classes() {
        return classes;
    }

    /** Returns how each sample is varied. */
    public Augmentation augmentation() {
        return augmentation;
    }

    /** Returns what it is, in words. */
    public String description() {
        return description;
    }

    /** Returns what a sample looks like to the network. */
    public Shape shape() {
        return Shape.GLYPH;
    }

    /** Returns what networks on these samples are measured on when they are finished: made of digits of MNIST's test half. */
    public Validation test(DataFolder folder) {
        return Validation.of(folder.mnistTest());
    }

    /** Reads the digits it is made of. */
    public TrainingData read(DataFolder folder) {
        return TrainingData.mnist(folder);
    }

    /** Returns the samples; {@code seed} decides what is generated. */
    public SampleSource source(DataFolder folder, TrainingData data, long seed) {
        return new AugmentedDigits(data.training(), augmentation);
    }

    /** Returns what networks on these samples are chosen on. */
    public Validation validation(DataFolder folder, TrainingData data) {
        return Validation.of(data.validation());
    }

    /** Returns, in words, what networks are chosen on besides the digits of the validation writers; empty where that is all. */
    public String validatedToo() {
        return "";
    }
}
