package io.penstock.classify.engine.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;

/** One array of trained numbers in the native layouts that primitives have asked for, each made once. */
final class PreparedWeights {

    private final float[] values;
    private final long[] shape;
    private final memory.format_tag order;
    private final List<memory> prepared = new ArrayList<>();

    PreparedWeights(float[] values, memory.format_tag order, long... shape) {
        this.values = values;
        this.order = order;
        this.shape = shape;
    }

    /** Returns the numbers in a layout; what is new is kept by {@code owner}. */
    memory in(memory.desc layout, engine cpu, stream stream, NativeOwner owner) {
        for (memory one : prepared) {
            if (one.get_desc().equals(layout)) {
                return one;
            }
        }
        memory plain = new memory(new memory.desc(shape, memory.data_type.f32, order), cpu, new FloatPointer(values));
        memory result = owner.keep(new memory(layout, cpu));
        new reorder(plain, result).execute(stream, plain, result);
        stream._wait();
        prepared.add(result);
        return result;
    }
}
