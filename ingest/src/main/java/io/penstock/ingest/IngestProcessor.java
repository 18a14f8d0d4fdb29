package io.penstock.ingest;

import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Pages;
import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.ingest.page.PageImage;
import io.penstock.schema.Page;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step from one document to its page records, or to its dead letter. */
final class IngestProcessor extends ContextualProcessor<String, byte[], String, Object> {

    /** Name of the sink that writes pages. */
    static final String PAGES = "write-pages";
    /** Name of the sink that writes dead letters. */
    static final String DEAD_LETTERS = "write-dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(IngestProcessor.class);
    private static final String STAGE = "ingest";
    private static final String FORM = "form";
    private static final String KIND = "kind";

    private final PageExtractor extractor;

    IngestProcessor(PageExtractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public void process(Record<String, byte[]> document) {
        RecordMetadata origin = context().recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a document without topic, partition and offset"));
        String id = document.key() == null
            ? origin.topic() + "-" + origin.partition() + "-" + origin.offset()
            : document.key();
        Extraction extraction = extract(document.value());
        if (extraction instanceof Pages pages) {
            forward(document, id, origin, pages.pages());
        } else if (extraction instanceof Refused refused) {
            LOG.info("document {} is a dead letter: {} {}", id, refused.code(), refused.message());
            DeadLetter letter = new DeadLetter(STAGE, refused.code().name(), refused.message(), origin.topic(), origin.partition(),
                origin.offset());
            context().forward(new Record<String, Object>(id, document.value(), document.timestamp(), letter.addTo(document.headers())),
                DEAD_LETTERS);
        }
    }

    private Extraction extract(byte[] document) {
        try {
            return extractor.extract(document);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void forward(Record<String, byte[]> document, String id, RecordMetadata origin, List<PageImage> images) {
        Submission submission = Submission.newBuilder()
            .setTopic(origin.topic())
            .setPartition(origin.partition())
            .setOffset(origin.offset())
            .setSubmittedAt(Instant.ofEpochMilli(document.timestamp()))
            .build();
        for (int i = 0; i < images.size(); i++) {
            PageImage image = images.get(i);
            Page page = Page.newBuilder()
                .setDocument(id)
                .setSubmission(submission)
                .setForm(header(document, FORM))
                .setKind(header(document, KIND))
                .setNumber(i + 1)
                .setCount(images.size())
                .setDpi(image.dpi().isPresent() ? image.dpi().getAsDouble() : null)
                .setRotation(image.rotation())
                .setMediaType(image.mediaType())
                .setWidth(image.width())
                .setHeight(image.height())
                .setImage(image.image().duplicate())
                .build();
            context().forward(new Record<String, Object>(id, page, document.timestamp(), new RecordHeaders()), PAGES);
        }
    }

    private static String header(Record<String, byte[]> document, String name) {
        Header header = document.headers().lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0
            ? null
            : new String(header.value(), StandardCharsets.UTF_8);
    }
}
