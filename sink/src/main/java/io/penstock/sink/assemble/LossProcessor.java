package io.penstock.sink.assemble;

import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.DocumentState;
import io.penstock.schema.Loss;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.topic.Topic;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a person to read a page that no stage could handle, and ends a document of which there is none. */
public final class LossProcessor extends ContextualProcessor<String, Loss, String, Emission> {

    private static final Logger LOG = LoggerFactory.getLogger(LossProcessor.class);

    private final Topic<RecognizedDocument> results;
    private Assembly assembly;

    /** Sends results within the limits of their topic. */
    public LossProcessor(Topic<RecognizedDocument> results) {
        this.results = results;
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        super.init(context);
        assembly = new Assembly(context, results);
    }

    @Override
    public void process(Record<String, Loss> record) {
        Loss loss = record.value();
        Outlet outlet = new Outlet(context(), record.headers(), record.timestamp());
        assembly.admit(loss.getDocument(), loss.getSubmission(), loss.getPages(), outlet).ifPresent(state -> {
            if (loss.getPage() == 0) {
                assembly.refuse(loss.getDocument(), state, loss.getCode(), outlet);
            } else {
                losePage(loss, state, outlet);
            }
        });
    }

    private void losePage(Loss loss, DocumentState state, Outlet outlet) {
        if (loss.getPage() > state.getOpen().size()) {
            LOG.warn("page {} of {} is said to be lost, but there are {}", loss.getPage(), loss.getDocument(), state.getOpen().size());
        } else if (!Progress.hasPage(state, loss.getPage())) {
            ClassifiedPage page = ClassifiedPage.newBuilder().setDocument(loss.getDocument()).setSubmission(loss.getSubmission())
                .setNumber(loss.getPage()).setCount(state.getOpen().size()).setFields(List.of()).setModel("").build();
            assembly.page(loss.getDocument(), state, loss.getPage(), PageNumbers.lost(page, loss.getCode(), assembly.now()), outlet);
        }
    }
}
