package io.penstock.classify.engine.onednn;

import io.penstock.classify.engine.onednn.Program.Operation;
import io.penstock.classify.engine.plan.Activation;
import io.penstock.classify.engine.plan.NetworkPlan;
import io.penstock.classify.engine.plan.Shape;
import io.penstock.classify.engine.plan.Step;
import io.penstock.classify.engine.plan.Step.Convolution;
import io.penstock.classify.engine.plan.Step.Dense;
import io.penstock.classify.engine.plan.Step.Linear;
import io.penstock.classify.engine.plan.Step.Pooling;
import io.penstock.classify.engine.plan.Window;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.softmax_forward;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;

/**
 * Compiles a plan into a program for one size of batch. Layouts are oneDNN's choice from layer to layer, activations are part of the
 * primitive before them.
 */
final class Compiler {

    private final engine cpu;
    private final stream stream;
    private final NativeOwner owner;
    private final int batch;
    private final List<Operation> operations = new ArrayList<>();
    private final List<memory.desc> scratchpads = new ArrayList<>();
    private memory current;

    Compiler(engine cpu, stream stream, NativeOwner owner, int batch) {
        this.cpu = cpu;
        this.stream = stream;
        this.owner = owner;
        this.batch = batch;
    }

    /** Compiles {@code plan}; all memory belongs to the owner, all else to the caller's pointer scope. */
    Program compile(NetworkPlan plan, Map<Step, Layouts> layouts) {
        memory images = owner.keep(new memory(plain(plan.in()), cpu));
        current = images;
        for (Step step : plan.steps()) {
            if (step instanceof Convolution convolution) {
                append(convolution, layouts.get(step));
            } else if (step instanceof Dense dense) {
                append(dense, layouts.get(step));
            } else if (step instanceof Pooling pooling) {
                append(pooling);
            }
        }
        appendSoftmax();
        boolean vector = current.get_desc().data().ndims() == 2;
        memory answers = in(vector ? new memory.desc(new long[] {batch, plan.out().size()}, memory.data_type.f32, memory.format_tag.ab)
            : plain(plan.out()));
        shareScratchpad();
        return new Program(batch, buffer(images, plan.in().size()), List.copyOf(operations), buffer(answers, plan.out().size()));
    }

    /** The weights of one step in native layouts. */
    record Layouts(PreparedWeights weights, PreparedWeights bias) {

        static Layouts of(Linear step) {
            long outputs = step.weights().bias().length;
            PreparedWeights bias = new PreparedWeights(step.weights().bias(), memory.format_tag.x, outputs);
            return new Layouts(new PreparedWeights(step.weights().values(), memory.format_tag.oihw, shape(step)), bias);
        }

        private static long[] shape(Linear step) {
            int outputs = step.weights().bias().length;
            return step instanceof Convolution convolution
                ? new long[] {outputs, step.in().channels(), convolution.window().kernel()[0], convolution.window().kernel()[1]}
                : new long[] {outputs, step.in().channels(), step.in().height(), step.in().width()};
        }
    }

    private void append(Convolution step, Layouts layouts) {
        convolution_forward.primitive_desc kernel = null;
        if (isWinogradsKind(step)) {
            kernel = convolution(step, algorithm.convolution_winograd);
        }
        if (kernel == null || !kernel.asBoolean()) {
            kernel = convolution(step, algorithm.convolution_direct);
        }
        memory source = in(kernel.src_desc());
        memory weights = layouts.weights().in(kernel.weights_desc(), cpu, stream, owner);
        append(kernel, new convolution_forward(kernel), source, weights, layouts.bias().in(kernel.bias_desc(), cpu, stream, owner));
    }

    /** Winograd's algorithm needs a third of the multiplications of a 3×3 convolution; it is there on some CPUs for some shapes. */
    private static boolean isWinogradsKind(Convolution step) {
        Window window = step.window();
        return step.in().channels() >= 16 && window.kernel()[0] == 3 && window.kernel()[1] == 3 && window.stride()[0] == 1
            && window.stride()[1] == 1;
    }

    private convolution_forward.primitive_desc convolution(Convolution step, algorithm how) {
        Window window = step.window();
        memory.desc source = step.in().channels() == 1 ? plain(step.in()) : any(step.in());
        long[] weights = {step.out().channels(), step.in().channels(), window.kernel()[0], window.kernel()[1]};
        convolution_forward.desc description = new convolution_forward.desc(prop_kind.forward_inference, how, source,
            new memory.desc(weights, memory.data_type.f32, memory.format_tag.any), bias(step), any(step.out()),
            pair(window.stride()), pair(window.before()), pair(window.after()));
        return new convolution_forward.primitive_desc(description, attributes(step.activation()), cpu, true);
    }

    private void append(Dense step, Layouts layouts) {
        Shape in = step.in();
        long[] weights = {step.out().channels(), in.channels(), in.height(), in.width()};
        memory source = current.get_desc().data().ndims() == 4 ? current : asMaps(in);
        inner_product_forward.desc description = new inner_product_forward.desc(prop_kind.forward_inference, source.get_desc(),
            new memory.desc(weights, memory.data_type.f32, memory.format_tag.any), bias(step),
            new memory.desc(new long[] {batch, step.out().channels()}, memory.data_type.f32, memory.format_tag.ab));
        inner_product_forward.primitive_desc kernel =
            new inner_product_forward.primitive_desc(description, attributes(step.activation()), cpu);
        memory prepared = layouts.weights().in(kernel.weights_desc(), cpu, stream, owner);
        append(kernel, new inner_product_forward(kernel), source, prepared, layouts.bias().in(kernel.bias_desc(), cpu, stream, owner));
    }

    /** The vector of a dense layer as maps of one value, in the same memory. */
    private memory asMaps(Shape shape) {
        return owner.keep(new memory(plain(shape), cpu, current.get_data_handle()));
    }

    private void append(Pooling step) {
        Window window = step.window();
        pooling_forward.desc description = new pooling_forward.desc(prop_kind.forward_inference,
            step.maximum() ? algorithm.pooling_max : algorithm.pooling_avg, current.get_desc(), any(step.out()), pair(window.stride()),
            pair(window.kernel()), pair(window.before()), pair(window.after()));
        pooling_forward.primitive_desc kernel = new pooling_forward.primitive_desc(description, attributes(Activation.IDENTITY), cpu);
        append(kernel, new pooling_forward(kernel), current, null, null);
    }

    private void appendSoftmax() {
        softmax_forward.desc description = new softmax_forward.desc(prop_kind.forward_inference, current.get_desc(), 1);
        softmax_forward.primitive_desc kernel = new softmax_forward.primitive_desc(description, attributes(Activation.IDENTITY), cpu);
        append(kernel, new softmax_forward(kernel), current, null, null);
    }

    private void append(primitive_desc kernel, primitive primitive, memory source, memory weights, memory bias) {
        IntMemoryMap arguments = owner.keep(new IntMemoryMap());
        arguments.put(dnnl.DNNL_ARG_SRC, source);
        if (weights != null) {
            arguments.put(dnnl.DNNL_ARG_WEIGHTS, weights);
            arguments.put(dnnl.DNNL_ARG_BIAS, bias);
        }
        current = owner.keep(new memory(kernel.dst_desc(), cpu));
        arguments.put(dnnl.DNNL_ARG_DST, current);
        operations.add(new Operation(kernel.impl_info_str().getString(), owner.keep(primitive), arguments));
        scratchpads.add(kernel.scratchpad_desc());
    }

    /** What is there, in a layout. */
    private memory in(memory.desc layout) {
        if (current.get_desc().equals(layout)) {
            return current;
        }
        memory target = owner.keep(new memory(layout, cpu));
        reorder.primitive_desc kernel = new reorder.primitive_desc(cpu, current.get_desc(), cpu, layout, attributes(Activation.IDENTITY),
            false);
        IntMemoryMap arguments = owner.keep(new IntMemoryMap());
        arguments.put(dnnl.DNNL_ARG_FROM, current).put(dnnl.DNNL_ARG_TO, target);
        operations.add(new Operation("reorder", owner.keep(new reorder(kernel)), arguments));
        scratchpads.add(kernel.scratchpad_desc());
        current = target;
        return target;
    }

    /** One piece of working memory for all primitives. Left to oneDNN it would be that of the thread that compiles, not that runs. */
    private void shareScratchpad() {
        long bytes = scratchpads.stream().mapToLong(memory.desc::get_size).max().orElse(0);
        memory.desc flat = new memory.desc(new long[] {Math.max(1, bytes)}, memory.data_type.u8, memory.format_tag.x);
        memory shared = owner.keep(new memory(flat, cpu));
        for (int i = 0; i < scratchpads.size(); i++) {
            memory scratchpad = owner.keep(new memory(scratchpads.get(i), cpu, shared.get_data_handle()));
            operations.get(i).arguments().put(dnnl.DNNL_ARG_SCRATCHPAD, scratchpad);
        }
    }

    private primitive_attr attributes(Activation activation) {
        primitive_attr attributes = new primitive_attr();
        attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
        if (activation != Activation.IDENTITY) {
            post_ops after = new post_ops();
            after.append_eltwise(1, activation == Activation.RELU ? algorithm.eltwise_relu : algorithm.eltwise_tanh, 0, 0);
            attributes.set_post_ops(after);
        }
        return attributes;
    }

    private memory.desc plain(Shape shape) {
        return new memory.desc(dimensions(shape), memory.data_type.f32, memory.format_tag.nchw);
    }

    private memory.desc any(Shape shape) {
        return new memory.desc(dimensions(shape), memory.data_type.f32, memory.format_tag.any);
    }

    private long[] dimensions(Shape shape) {
        return new long[] {batch, shape.channels(), shape.height(), shape.width()};
    }

    private static memory.desc bias(Linear step) {
        return new memory.desc(new long[] {step.weights().bias().length}, memory.data_type.f32, memory.format_tag.x);
    }

    private static LongPointer pair(int[] values) {
        return new LongPointer(values[0], values[1]);
    }

    private FloatBuffer buffer(memory memory, int values) {
        return new FloatPointer(memory.get_data_handle()).capacity((long) batch * values).asByteBuffer().asFloatBuffer();
    }
}
