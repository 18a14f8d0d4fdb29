package io.penstock.sink.assemble;

import io.penstock.schema.Announcement;
import io.penstock.schema.RecognizedDocument;
import io.penstock.schema.topic.Topic;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Knows of each document before its first page comes, so that one of which no page ever comes ends too. */
public final class AnnouncementProcessor extends ContextualProcessor<String, Announcement, String, Emission> {

    private final Topic<RecognizedDocument> results;
    private Assembly assembly;

    /** Sends results within the limits of their topic. */
    public AnnouncementProcessor(Topic<RecognizedDocument> results) {
        this.results = results;
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        super.init(context);
        assembly = new Assembly(context, results);
    }

    @Override
    public void process(Record<String, Announcement> record) {
        Announcement announcement = record.value();
        if (announcement == null || announcement.getPages() < 1) {
            return; // nothing is announced
        }
        assembly.admit(announcement.getDocument(), announcement.getSubmission(), announcement.getPages(),
            new Outlet(context(), record.headers(), record.timestamp()));
    }
}
