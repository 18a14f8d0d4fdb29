package io.penstock.classify.interchange;

import static io.penstock.classify.interchange.OnnxGraph.attribute;

import io.penstock.classify.digit.DigitClassifier;
import io.penstock.classify.ensemble.Slant;
import java.util.ArrayList;
import java.util.List;

/**
 * The operations that show each glyph at several slants. The views of a batch follow each other in one longer batch, so that the weights of
 * the networks are in the graph once.
 *
 * @param graph grows
 * @param views at least one
 */
record SlantNodes(OnnxGraph graph, Slant... views) {

    /** All views of the glyphs: [views × N, 1, 28, 28]. */
    String seen(String glyphs) {
        if (views.length == 1) {
            return glyphs;
        }
        String rows = graph.node("rows", "Reshape", List.of(glyphs, graph.integers("rows/shape", -1, DigitClassifier.GLYPH_BYTES)));
        List<String> seen = new ArrayList<>();
        for (Slant view : views) {
            String name = "slant/" + view.columns();
            seen.add(graph.node(name, "MatMul", List.of(rows, matrix(name + "/matrix", view))));
        }
        String all = graph.node("views", "Concat", seen, attribute("axis", 0L));
        return graph.node("seen", "Reshape", List.of(all,
            graph.integers("seen/shape", -1, 1, DigitClassifier.SIDE, DigitClassifier.SIDE)));
    }

    /** The mean over the views of what was answered: [N, classes]. */
    String mean(String answers) {
        if (views.length == 1) {
            return answers;
        }
        String apart = graph.node("apart", "Reshape", List.of(answers,
            graph.integers("apart/shape", views.length, -1, DigitClassifier.CLASSES)));
        return graph.node("mean-of-views", "ReduceMean", List.of(apart), attribute("axes", new int[] {0}), attribute("keepdims", 0L));
    }

    /** What a slant does to a glyph is linear: row i of the matrix is a glyph with nothing but pixel i, slanted. */
    private String matrix(String name, Slant view) {
        int pixels = DigitClassifier.GLYPH_BYTES;
        float[] single = new float[pixels * pixels];
        for (int i = 0; i < pixels; i++) {
            single[i * pixels + i] = 1;
        }
        return graph.floats(name, view.of(single), pixels, pixels);
    }
}
