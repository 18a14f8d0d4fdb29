package io.penstock.train.zoo;

import static io.penstock.train.zoo.Layers.along;
import static io.penstock.train.zoo.Layers.column;
import static io.penstock.train.zoo.Layers.dense;
import static io.penstock.train.zoo.Layers.framewise;
import static io.penstock.train.zoo.Layers.globalAverage;
import static io.penstock.train.zoo.Layers.halfHeight;
import static io.penstock.train.zoo.Layers.keep;
import static io.penstock.train.zoo.Layers.maxPool;
import static io.penstock.train.zoo.Layers.normalization;
import static io.penstock.train.zoo.Layers.relu;
import static io.penstock.train.zoo.Layers.same;
import static io.penstock.train.zoo.Layers.softmax;
import static io.penstock.train.zoo.Layers.valid;
import static org.nd4j.linalg.activations.Activation.IDENTITY;
import static org.nd4j.linalg.activations.Activation.RELU;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.plan.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A network that can be trained, by its name. Input: a glyph of 1×28×28 or a line of 1×32×160, 0 is paper and 1 is ink; output: a softmax
 * over its classes, of a line for each frame.
 *
 * <p>Where an activation follows a pooling layer it is applied to a quarter of the values, with the same result.
 */
public enum Architecture {

    /** The seed network: four convolutions of 3×3, two of them normalized, and a dense layer; 330,346 parameters for ten classes. */
    CNN("cnn", DigitClassifier.DIGITS, () -> List.of(
        valid(3, 32, IDENTITY), normalization(), relu(), valid(3, 32, RELU), maxPool(), keep(0.75),
        valid(3, 64, IDENTITY), normalization(), relu(), valid(3, 64, RELU), maxPool(), keep(0.75),
        dense(256), keep(0.5))),

    /** LeCun's network of 1998 with max pooling and ReLU in place of averages and tanh. */
    LENET_5("lenet-5", DigitClassifier.DIGITS, () -> List.of(
        same(5, 6, RELU), maxPool(), valid(5, 16, RELU), maxPool(), dense(120), dense(84))),

    /** No convolution: two dense layers of 512 and 256. */
    MLP("mlp", DigitClassifier.DIGITS, () -> List.of(dense(512), keep(0.7), dense(256), keep(0.7))),

    /** Few layers, many channels, first 5×5. */
    WIDE5("wide5", DigitClassifier.CLASSES, () -> List.of(
        valid(5, 32, IDENTITY), maxPool(), relu(),
        same(3, 64, RELU), same(3, 64, IDENTITY), maxPool(), relu(),
        same(3, 96, RELU), dense(128), keep(0.5))),

    /** First 5×5; a global average in place of dense layers. */
    GAP5("gap5", DigitClassifier.CLASSES, () -> List.of(
        valid(5, 32, IDENTITY), maxPool(), relu(),
        same(3, 48, RELU), same(3, 48, IDENTITY), maxPool(), relu(),
        same(3, 96, RELU), same(3, 96, RELU), globalAverage(), keep(0.8))),

    /** Large convolutions: first 7×7, then 5×5. */
    WIDE7("wide7", DigitClassifier.CLASSES, () -> List.of(
        valid(7, 32, IDENTITY), maxPool(), relu(),
        same(5, 48, IDENTITY), maxPool(), relu(),
        same(3, 96, RELU), dense(128), keep(0.5))),

    /** Five convolutions of 3×3. */
    DEEP3("deep3", DigitClassifier.CLASSES, () -> List.of(
        valid(3, 24, RELU), valid(3, 32, IDENTITY), maxPool(), relu(),
        same(3, 48, RELU), same(3, 64, IDENTITY), maxPool(), relu(),
        same(3, 96, RELU), dense(128), keep(0.5))),

    /** Small and fast, under a million multiplications and additions an image: the first to be asked in a cascade. */
    GATE("gate", DigitClassifier.CLASSES, () -> List.of(
        same(5, 2, 16, RELU), same(3, 24, IDENTITY), maxPool(), relu(), valid(3, 32, RELU), dense(64))),

    /** Reads whole lines: convolutions that leave one row of frames, two columns of the line each; {@link CtcLoss} over them. */
    LINE("line", DigitClassifier.FRAME_CLASSES, () -> List.of(
        same(5, 20, IDENTITY), maxPool(), relu(),
        same(3, 32, RELU), same(3, 40, IDENTITY), normalization(), halfHeight(), relu(),
        same(3, 64, IDENTITY), normalization(), halfHeight(), relu(),
        same(3, 80, IDENTITY), normalization(), halfHeight(), relu(),
        column(2, 3, 128), normalization(), relu(),
        along(5, 112, IDENTITY), normalization(), relu(), keep(0.85),
        along(5, 96, RELU), keep(0.85))),

    /**
     * A reader of whole lines as {@link #LINE}, with two more layers along the line for the same cost: after two short epochs it misread
     * 39 of 100 lines of its validation where {@code line} misread 44.
     */
    LINE_DEEP("line-deep", DigitClassifier.FRAME_CLASSES, () -> List.of(
        same(5, 16, IDENTITY), maxPool(), relu(),
        same(3, 24, RELU), same(3, 40, IDENTITY), normalization(), halfHeight(), relu(),
        same(3, 64, IDENTITY), normalization(), halfHeight(), relu(),
        same(3, 96, IDENTITY), normalization(), halfHeight(), relu(),
        column(2, 3, 128), normalization(), relu(),
        along(3, 128, IDENTITY), normalization(), relu(),
        along(3, 128, IDENTITY), normalization(), relu(), keep(0.85),
        along(3, 128, IDENTITY), normalization(), relu(),
        along(3, 112, RELU), keep(0.85)));

    private final String id;
    private final int classes;
    private final Supplier<List<Layer>> hidden;

    Architecture(String id, int classes, Supplier<List<Layer>> hidden) {
        this.id = id;
        this.classes = classes;
        this.hidden = hidden;
    }

    /** Returns the architecture of a name, or nothing. */
    public static Optional<Architecture> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** Returns all names in their order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Architecture::id).toList();
    }

    /** Returns the name on the command line and in model records. */
    public String id() {
        return id;
    }

    /** Returns how many classes the softmax has where nothing else is asked for: 10 digits; 11 with reject as the last. */
    public int classes() {
        return classes;
    }

    /** Returns what it reads: a glyph or a line. */
    public Shape input() {
        return isOfLines() ? Shape.LINE : Shape.GLYPH;
    }

    private List<Layer> output(int classes) {
        return isOfLines() ? List.of(along(1, classes, IDENTITY), framewise(new CtcLoss(DigitClassifier.FRAMES)))
            : List.of(softmax(classes));
    }

    private boolean isOfLines() {
        return classes == DigitClassifier.FRAME_CLASSES;
    }

    /** Returns a new network with the usual number of classes, its weights drawn by a seed; the caller closes it. */
    public MultiLayerNetwork create(long seed) {
        return create(seed, classes);
    }

    /** Returns a new network whose softmax has so many classes, at least 2, its weights drawn by a seed; the caller closes it. */
    public MultiLayerNetwork create(long seed, int classes) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(seed, classes));
        network.init();
        return network;
    }

    private MultiLayerConfiguration configuration(long seed, int classes) {
        List<Layer> layers = new ArrayList<>(hidden.get());
        layers.addAll(output(classes));
        return new NeuralNetConfiguration.Builder().seed(seed).updater(new Adam(1e-3)).weightInit(WeightInit.RELU)
            .list(layers.toArray(Layer[]::new)).setInputType(InputType.convolutional(input().height(), input().width(), 1)).build();
    }
}
