package io.penstock.segment;

import io.penstock.isolate.Refusal;
import io.penstock.isolate.Work;
import io.penstock.isolate.WorkSource;
import io.penstock.isolate.drill.Drill;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.deadletter.StreamFault;
import io.penstock.schema.serde.SingleObjectSerde;
import io.penstock.segment.SegmentOutcome.Refused;
import io.penstock.segment.SegmentOutcome.Segmented;
import io.penstock.segment.form.FormDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The work of the stage, kept apart from it: a page in, the same with its fields cut into glyphs out, both as they stand on their topics.
 * Public, as a child process makes it by name.
 */
public final class SegmentWork implements WorkSource {

    /** Name of the stage. */
    static final String STAGE = "segment";

    private final SingleObjectSerde<Page> pages = SingleObjectSerde.of(Page.class);
    private final SingleObjectSerde<SegmentedPage> glyphs = SingleObjectSerde.of(SegmentedPage.class);

    @Override
    public Work start(Map<String, String> setup) {
        FormReader reader = new FormReader(SegmentConfig.of(setup));
        List<FormDefinition> forms = FormLibrary.of(setup);
        Drill drill = Drill.of(setup);
        return (record, parts) -> {
            drill.act(STAGE, record);
            SegmentOutcome outcome = reader.read(page(record), forms);
            if (outcome instanceof Refused refused) {
                throw new Refusal(refused.error().name(), refused.message());
            }
            SegmentedPage page = ((Segmented) outcome).page();
            parts.add(glyphs.serializer().serialize("", drill.find(record).map(order -> handOn(page, order)).orElse(page)));
        };
    }

    private Page page(byte[] record) throws Refusal {
        try {
            return pages.deserializer().deserialize("", record);
        } catch (SerializationException e) {
            throw new Refusal(StreamFault.RECORD_UNREADABLE.name(), StreamFault.RECORD_UNREADABLE.message(e));
        }
    }

    /** The order of a drill document for a later stage, which does not see the image, goes among the reasons. */
    private static SegmentedPage handOn(SegmentedPage page, String order) {
        List<String> reasons = new ArrayList<>(page.getReasons());
        reasons.add(order);
        return SegmentedPage.newBuilder(page).setReasons(reasons).build();
    }
}
