package io.penstock.classify.engine.onednn;

import io.penstock.classify.engine.Network;
import io.penstock.classify.engine.onednn.Compiler.Layouts;
import io.penstock.classify.engine.plan.NetworkPlan;
import io.penstock.classify.engine.plan.Step;
import io.penstock.classify.engine.plan.Step.Linear;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network that runs on oneDNN, in the calling thread. Not thread-safe; may be made in one thread and used in another.
 *
 * <p>Compiled for a full batch and for a quarter of it, a quarter of that, and so on down to one glyph: any number of glyphs is such sizes
 * one after the other, so that none is computed for nothing.
 */
public final class OneDnnNetwork implements Network {

    private static final Logger LOG = LoggerFactory.getLogger(OneDnnNetwork.class);

    private final NativeOwner owner;
    private final stream stream;
    private final List<Program> programs;

    private final int pixels;

    private OneDnnNetwork(NativeOwner owner, stream stream, List<Program> programs, int pixels) {
        this.pixels = pixels;
        this.owner = owner;
        this.stream = stream;
        this.programs = programs;
    }

    /** Returns whether oneDNN is on the class path for this platform; loads it where it is. */
    public static boolean isAvailable() {
        try {
            Loader.load(dnnl.class);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /**
     * Compiles a plan.
     *
     * @param batch glyphs at once, at least 1
     */
    @SuppressWarnings({"try", "unchecked"}) // the scope is there to be closed, and takes classes of anything
    public static OneDnnNetwork of(NetworkPlan plan, int batch) {
        NativeOwner owner = new NativeOwner();
        boolean complete = false;
        try (PointerScope temporaries = new PointerScope()) {
            engine cpu = owner.keep(new engine(engine.kind.cpu, 0));
            stream stream = owner.keep(new stream(cpu));
            IdentityHashMap<Step, Layouts> layouts = new IdentityHashMap<>();
            for (Step step : plan.steps()) {
                if (step instanceof Linear linear) {
                    layouts.put(step, Layouts.of(linear));
                }
            }
            List<Program> programs = new ArrayList<>();
            for (int size = batch; size > 0; size /= 4) {
                programs.add(new Compiler(cpu, stream, owner, size).compile(plan, layouts));
            }
            if (programs.get(programs.size() - 1).batch() > 1) {
                programs.add(new Compiler(cpu, stream, owner, 1).compile(plan, layouts));
            }
            LOG.debug("compiled for batches of {}: {}", programs.stream().map(Program::batch).toList(),
                programs.get(0).operations().stream().map(Program.Operation::kernel).toList());
            complete = true;
            return new OneDnnNetwork(owner, stream, programs, plan.in().size());
        } finally {
            if (!complete) {
                owner.close();
            }
        }
    }

    @Override
    public float[][] probabilities(float[] glyphs) {
        float[][] distributions = new float[glyphs.length / pixels][];
        int done = 0;
        for (Program program : programs) {
            for (; distributions.length - done >= program.batch(); done += program.batch()) {
                program.run(stream, glyphs, done, distributions);
            }
        }
        return distributions;
    }

    @Override
    public void close() {
        owner.close();
    }
}
