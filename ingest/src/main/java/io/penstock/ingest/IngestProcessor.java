package io.penstock.ingest;

import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Pages;
import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import io.penstock.schema.Announcement;
import io.penstock.schema.FieldKind;
import io.penstock.schema.Page;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.document.SubmittedDocument;
import io.penstock.schema.serde.OversizeRecordException;
import io.penstock.schema.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step from one document to its announcement and its page records, all of them, or to its dead letter.
 *
 * <p>Keys are bytes here: those that are no text name no document, see {@link SubmittedDocument}.
 */
final class IngestProcessor extends ContextualProcessor<byte[], byte[], String, Object> {

    /** Name of the sink that writes announcements. */
    static final String ANNOUNCEMENTS = "write-announcements";
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
    private final Topic<Page> topic;

    /** Extracts with an extractor for a topic of pages, which says how large one may be. */
    IngestProcessor(IsolatedExtractor extractor, Topic<Page> topic) {
        this.extractor = extractor;
        this.topic = topic;
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
    public void process(Record<byte[], byte[]> document) {
        RecordMetadata origin = context().recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a document without topic, partition and offset"));
        SubmittedDocument named = SubmittedDocument.of(document.key(), document.headers(), origin.topic(), origin.partition(),
            origin.offset(), document.timestamp());
        Extraction extraction = extract(document);
        if (extraction instanceof Pages extracted) {
            List<Page> pages = pages(document, named, extracted.pages());
            OptionalInt large = firstTooLarge(pages);
            if (large.isEmpty()) {
                forward(document, named, pages);
                return;
            }
            extraction = Refused.of(IngestError.PAGE_TOO_LARGE, "page " + large.getAsInt() + " does not fit into one message");
        }
        refuse(document, named, origin, (Refused) extraction);
    }

    private void refuse(Record<byte[], byte[]> document, SubmittedDocument named, RecordMetadata origin, Refused refused) {
        LOG.info("document {} is a dead letter: {} {}", named.id(), refused.code(), refused.message());
        DeadLetter why = new DeadLetter(IngestWork.STAGE, refused.code().name(), refused.message(), origin.topic(), origin.partition(),
            origin.offset());
        Letter letter = Letter.of(why, named.id(), document.value(), document.headers());
        context().forward(new Record<String, Object>(letter.textKey(), letter.value(), document.timestamp(),
            LostPage.all(named).addTo(letter.headers())), DEAD_LETTERS);
    }

    private Extraction extract(Record<byte[], byte[]> document) {
        String kind = header(document, KIND);
        if (kind != null && !KINDS.contains(kind.toUpperCase(Locale.ROOT))) {
            return Refused.of(IngestError.KIND_UNKNOWN, "the header kind says \"" + kind + "\"; kinds are " + String.join(", ", KINDS));
        }
        return extractor.extract(document.value());
    }

    /** Once the first page is forwarded there is no way back, so all are held to the topic's limit before. */
    private OptionalInt firstTooLarge(List<Page> pages) {
        for (Page page : pages) {
            try {
                topic.values().serializer().serialize(topic.name(), page);
            } catch (OversizeRecordException e) {
                return OptionalInt.of(page.getNumber());
            }
        }
        return OptionalInt.empty();
    }

    private static List<Page> pages(Record<byte[], byte[]> document, SubmittedDocument named, List<PageImage> images) {
        List<Page> pages = new ArrayList<>();
        for (PageImage image : images) {
            pages.add(Page.newBuilder()
                .setDocument(named.id())
                .setSubmission(named.submission())
                .setForm(header(document, FORM))
                .setKind(header(document, KIND))
                .setNumber(pages.size() + 1)
                .setCount(images.size())
                .setDpi(image.dpi().isPresent() ? image.dpi().getAsDouble() : null)
                .setRotation(image.rotation())
                .setMediaType(image.mediaType())
                .setWidth(image.width())
                .setHeight(image.height())
                .setImage(image.image().duplicate())
                .build());
        }
        return pages;
    }

    private void forward(Record<byte[], byte[]> document, SubmittedDocument named, List<Page> pages) {
        Announcement announcement = new Announcement(named.id(), named.submission(), pages.size());
        context().forward(new Record<String, Object>(named.id(), announcement, document.timestamp(), new RecordHeaders()), ANNOUNCEMENTS);
        for (Page page : pages) {
            context().forward(new Record<String, Object>(named.id(), page, document.timestamp(), new RecordHeaders()), PAGES);
        }
    }

    private static String header(Record<byte[], byte[]> document, String name) {
        Header header = document.headers().lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0
            ? null
            : new String(header.value(), StandardCharsets.UTF_8);
    }
}
