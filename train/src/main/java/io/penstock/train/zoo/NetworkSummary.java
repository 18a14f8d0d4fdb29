package io.penstock.train.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The layers of a network in a table: what each is, the shape of what leaves it, its parameters, its multiplications an image.
 *
 * @param rows            one a layer, from the input
 * @param parameters      those of all layers
 * @param multiplications those of all layers, for one image
 */
public record NetworkSummary(List<Row> rows, long parameters, long multiplications) {

    private static final String LINE = "%-24s %-12s %12s %16s%n";

    /**
     * One layer.
     *
     * @param layer           what it is
     * @param shape           channels × height × width, or the number of values
     * @param parameters      trained ones and, of a normalization, running means and variances
     * @param multiplications of convolutions and dense layers
     */
    public record Row(String layer, String shape, long parameters, long multiplications) {
    }

    /** Returns the summary of an architecture with so many classes. */
    public static NetworkSummary of(Architecture architecture, int classes) {
        MultiLayerNetwork network = architecture.create(1, classes);
        try {
            List<InputType> shapes = network.getLayerWiseConfigurations()
                .getLayerActivationTypes(InputType.convolutional(architecture.input().height(), architecture.input().width(), 1));
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < network.getnLayers(); i++) {
                rows.add(row(network.getLayer(i), shapes.get(i)));
            }
            return new NetworkSummary(rows, network.numParams(), rows.stream().mapToLong(Row::multiplications).sum());
        } finally {
            network.close();
        }
    }

    /** Returns the table as lines of fixed width. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, LINE, "layer", "output", "parameters", "multiplications"));
        rows.forEach(row -> text.append(line(row)));
        return text.append(line(new Row("all", "", parameters, multiplications))).toString();
    }

    private static String line(Row row) {
        return String.format(Locale.ROOT, LINE, row.layer(), row.shape(), String.format(Locale.ROOT, "%,d", row.parameters()),
            String.format(Locale.ROOT, "%,d", row.multiplications()));
    }

    private static Row row(org.deeplearning4j.nn.api.Layer layer, InputType output) {
        Layer configuration = layer.conf().getLayer();
                long places = 1;
        String shape;
        if (output instanceof InputType.InputTypeConvolutional image) {
            shape = image.getChannels() + "×" + image.getHeight() + "×" + image.getWidth();
            places = image.getHeight() * image.getWidth();
        } else {
            shape = Long.toString(output.arrayElementsPerExample());
        }
        return new Row(name(configuration), shape, layer.numParams(), places * weights(configuration, layer));
    }

    private static String name(Layer configuration) {
        String name = configuration.getClass().getSimpleName().replace("Layer", "");
        if (configuration instanceof ConvolutionLayer convolution) {
            return name + " " + convolution.getKernelSize()[0] + "×" + convolution.getKernelSize()[1];
        }
        return configuration instanceof SubsamplingLayer pooling
            ? "Max pooling " + pooling.getKernelSize()[0] + "×" + pooling.getKernelSize()[1] : name;
    }

    private static long weights(Layer configuration, org.deeplearning4j.nn.api.Layer layer) {
        return configuration instanceof FeedForwardLayer && layer.paramTable().containsKey("W") ? layer.getParam("W").length() : 0;
    }
}
