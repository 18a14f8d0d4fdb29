package io.penstock.classify.interchange;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.engine.NativeBackend;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.classify.ensemble.Slant;
import io.penstock.classify.model.Ensemble;
import io.penstock.classify.model.ModelException;
import io.penstock.classify.model.ModelException.Code;
import io.penstock.classify.model.ModelStore;
import io.penstock.classify.model.NetworkFile;
import io.penstock.classify.model.Scaling;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Networks and ensembles as ONNX files (operator set 13). The same model always yields the same bytes.
 *
 * <p>Input {@value #INPUT}: [N, 1, 28, 28] floats, 0 is paper and 1 is ink. Output {@value #OUTPUT}: [N, 11], the digits 0 to 9, then
 * reject; they add up to 1. The properties of the file say which model it is and what its classes are.
 */
public final class OnnxExport {

    /** Name of the input. */
    public static final String INPUT = "glyphs";

    /** Name of the input of a network that reads lines. */
    public static final String LINES = "lines";

    /** Name of the output. */
    public static final String OUTPUT = "probabilities";

    private static final int OPERATOR_SET = 13;
    private static final int FORMAT_VERSION = 7;

    private OnnxExport() {
    }

    /**
     * Returns one network of a store, by its content hash.
     *
     * @throws ModelException where it is missing, altered, unreadable, or has a layer that cannot be exported
     */
    public static byte[] network(ModelStore store, String hash) {
        return loaded(store, hash, network -> network(network, hash));
    }

    /**
     * Returns one network. Where it has no reject class, the probability of reject is 0.
     *
     * @param network only read; stays the caller's
     * @param name    what the file calls it, such as its content hash
     * @throws ModelException where it has a layer that cannot be exported
     */
    public static byte[] network(MultiLayerNetwork network, String name) {
        OnnxGraph graph = new OnnxGraph(name);
        if (Shape.inputOf(network).equals(Shape.LINE)) {
            String lines = graph.input(LINES, 1, Shape.LINE.height(), Shape.LINE.width());
            graph.node(OUTPUT, "Identity", List.of(NetworkNodes.append(graph, name, network, lines)));
            graph.output(OUTPUT, DigitClassifier.FRAME_CLASSES, 1, DigitClassifier.FRAMES);
            return model(graph, Map.of("model", name), "0,1,2,3,4,5,6,7,8,9,separator,mark,nothing");
        }
        String answer = answer(graph, name, network, graph.input(INPUT, 1, DigitClassifier.SIDE, DigitClassifier.SIDE));
        return classifier(graph, answer, Map.of("model", name));
    }

    /**
     * Returns an ensemble: every member, the mean of their probabilities, its scaling. It answers every glyph, as the ensemble does
     * without its gate: a graph would compute both. The properties name the gate, which can be exported as a network.
     *
     * @throws ModelException where a part is missing, altered, unreadable, or has a layer that cannot be exported
     */
    public static byte[] ensemble(ModelStore store, Ensemble ensemble) {
        OnnxGraph graph = new OnnxGraph(ensemble.name());
        PoolingNodes pooling = new PoolingNodes(graph);
        String glyphs = graph.input(INPUT, 1, DigitClassifier.SIDE, DigitClassifier.SIDE);
        SlantNodes slants = new SlantNodes(graph, Slant.views(ensemble.slant()));
        String seen = slants.seen(glyphs);
        List<String> answers = ensemble.members().stream()
            .map(hash -> loaded(store, hash, network -> answer(graph, hash, network, seen))).toList();
        String calibrated = pooling.scaled(slants.mean(pooling.mean(answers)), ensemble.scaling());
        return classifier(graph, calibrated, properties(ensemble));
    }

    private static Map<String, String> properties(Ensemble ensemble) {
        Map<String, String> properties = new TreeMap<>(Map.of("model", ensemble.version(), "members",
            String.join(",", ensemble.members())));
        properties.putAll(properties("", ensemble.scaling()));
        if (ensemble.gate() != null) {
            properties.put("gate", ensemble.gate().model());
            properties.putAll(properties("gate.", ensemble.gate().scaling()));
            properties.put("gate.accept", Double.toString(ensemble.gate().accept()));
        }
        return properties;
    }

    private static Map<String, String> properties(String prefix, Scaling scaling) {
        return Map.of(prefix + "temperature", Double.toString(scaling.temperature()), prefix + "reject", Double.toString(scaling.reject()));
    }

    private static String answer(OnnxGraph graph, String name, MultiLayerNetwork network, String glyphs) {
        String answer = NetworkNodes.append(graph, name, network, glyphs);
        return classes(network) == DigitClassifier.DIGITS ? new PoolingNodes(graph).withoutReject(name, answer) : answer;
    }

    private static byte[] classifier(OnnxGraph graph, String answer, Map<String, String> properties) {
        graph.node(OUTPUT, "Identity", List.of(answer));
        graph.output(OUTPUT, DigitClassifier.CLASSES);
        return model(graph, properties, "0,1,2,3,4,5,6,7,8,9,reject");
    }

    private static byte[] model(OnnxGraph graph, Map<String, String> properties, String classes) {
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(FORMAT_VERSION).setProducerName("Penstock")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET)).setGraph(graph.proto());
        Map<String, String> sorted = new TreeMap<>(properties);
        sorted.put("classes", classes);
        sorted.forEach((key, value) -> model.addMetadataProps(
            StringStringEntryProto.newBuilder().setKey("penstock." + key).setValue(value)));
        return model.build().toByteArray();
    }

    private static int classes(MultiLayerNetwork network) {
        return network.layerSize(network.getnLayers() - 1);
    }

    private static <T> T loaded(ModelStore store, String hash, Function<MultiLayerNetwork, T> use) {
        MultiLayerNetwork network = load(store, hash);
        try {
            return use.apply(network);
        } finally {
            network.close();
        }
    }

    private static MultiLayerNetwork load(ModelStore store, String hash) {
        NativeBackend.prepare();
        try {
            return NetworkFile.restore(store.weights(hash));
        } catch (IOException e) {
            throw new ModelException(Code.MODEL_UNREADABLE, hash + ".zip is not a network that this version can load", e);
        }
    }
}
