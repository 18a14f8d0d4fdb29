package io.penstock.ingest;

import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Pages;
import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import io.penstock.schema.FieldKind;
import io.penstock.schema.Page;
import io.penstock.schema.Submission;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.deadletter.LostPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
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
    private static final String FORM = "form";
    private static final String KIND = "kind";
    private static final List<String> KINDS = Arrays.stream(FieldKind.values()).filter(kind -> kind != FieldKind.UNKNOWN)
        .map(FieldKind::name).toList();

    private final IsolatedExtractor extractor;

    IngestProcessor(IsolatedExtractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        extractor.open();
    }

    @Override
    public void close() {
        extractor.close();
    }

    @Override
    public void process(Record<String, byte[]> document) {
        RecordMetadata origin = context().recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a document without topic, partition and offset"));
        String id = document.key() == null
            ? origin.topic() + "-" + origin.partition() + "-" + origin.offset()
            : document.key();
        Extraction extraction = extract(document);
        if (extraction instanceof Pages pages) {
            forward(document, id, submission(document, origin), pages.pages());
        } else if (extraction instanceof Refused refused) {
            LOG.info("document {} is a dead letter: {} {}", id, refused.code(), refused.message());
            DeadLetter why = new DeadLetter(IngestWork.STAGE, refused.code().name(), refused.message(), origin.topic(),
                origin.partition(), origin.offset());
            Letter letter = Letter.of(why, id, document.value(), document.headers());
            context().forward(new Record<String, Object>(letter.textKey(), letter.value(), document.timestamp(),
                LostPage.all(submission(document, origin)).addTo(letter.headers())), DEAD_LETTERS);
        }
    }

    private Extraction extract(Record<String, byte[]> document) {
        String kind = header(document, KIND);
        if (kind != null && !KINDS.contains(kind.toUpperCase(Locale.ROOT))) {
            return Refused.of(IngestError.KIND_UNKNOWN, "the header kind says \"" + kind + "\"; kinds are " + String.join(", ", KINDS));
        }
        return extractor.extract(document.value());
    }

    private static Submission submission(Record<String, byte[]> document, RecordMetadata origin) {
        return Submission.newBuilder()
            .setTopic(origin.topic())
            .setPartition(origin.partition())
            .setOffset(origin.offset())
            .setSubmittedAt(Instant.ofEpochMilli(document.timestamp()))
            .build();
    }

    private void forward(Record<String, byte[]> document, String id, Submission submission, List<PageImage> images) {
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
