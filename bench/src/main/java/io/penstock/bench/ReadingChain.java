package io.penstock.bench;

import io.penstock.app.config.Settings;
import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.DigitClassifier;
import io.penstock.classify.PageClassifier;
import io.penstock.ingest.IngestConfig;
import io.penstock.ingest.PageExtractor;
import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.PageImage;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Glyph;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedPage;
import io.penstock.schema.Submission;
import io.penstock.segment.FormReader;
import io.penstock.segment.SegmentConfig;
import io.penstock.segment.SegmentOutcome;
import io.penstock.segment.form.FormDefinition;
import io.penstock.sink.SinkConfig;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.NumberDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes that do the work of the four stages, called one after the other: what a library user would write. Not thread-safe.
 */
public final class ReadingChain implements AutoCloseable {

    private static final Submission SUBMISSION = new Submission("documents", 0, 0L, Instant.EPOCH);

    private final List<FormDefinition> forms;
    private final PageExtractor extractor;
    private final FormReader reader;
    private final DigitClassifier classifier;
    private final PageClassifier pages;
    private final NumberDecoder decoder;

    /** Makes a chain with a classifier of its own. */
    public ReadingChain(Settings settings, List<FormDefinition> forms) {
        this.forms = forms;
        extractor = new PageExtractor(IngestConfig.of(settings.given()).extraction());
        reader = new FormReader(SegmentConfig.of(settings.given()));
        classifier = ClassifyConfig.of(settings.given()).classifier();
        pages = new PageClassifier(classifier);
        decoder = new NumberDecoder(SinkConfig.of(settings.given()).decoder());
    }

    /** Reads a document from its bytes to its numbers. */
    Count read(Workload.Document document) throws InterruptedException {
        Count count = Count.NONE;
        for (Page page : extract(document.id(), document.bytes())) {
            SegmentedPage segmented = segment(page);
            count = count.plus(new Count(1, glyphs(segmented), decode(classify(segmented)).size()));
        }
        return count;
    }

    /** Returns the pages of a document. */
    public List<Page> extract(String id, byte[] document) throws InterruptedException {
        if (extractor.extract(document) instanceof Extraction.Pages extracted) {
            List<Page> records = new ArrayList<>();
            for (PageImage image : extracted.pages()) {
                records.add(page(id, records.size() + 1, extracted.pages().size(), image));
            }
            return records;
        }
        throw new IllegalArgumentException(id + " has no pages: benchmarks need documents that can be read");
    }

    private static Page page(String id, int number, int count, PageImage image) {
        return Page.newBuilder().setDocument(id).setSubmission(SUBMISSION).setNumber(number).setCount(count)
            .setDpi(image.dpi().isPresent() ? image.dpi().getAsDouble() : null).setRotation(image.rotation())
            .setMediaType(image.mediaType())
            .setWidth(image.width()).setHeight(image.height()).setImage(image.image().duplicate()).build();
    }

    /** Returns the fields and glyphs of a page. */
    public SegmentedPage segment(Page page) {
        if (reader.read(page, forms) instanceof SegmentOutcome.Segmented segmented) {
            return segmented.page();
        }
        throw new IllegalArgumentException(page.getDocument() + " cannot be segmented: benchmarks need documents that can be read");
    }

    /** Returns the distributions on a page's glyphs. */
    public ClassifiedPage classify(SegmentedPage page) {
        return pages.classify(page);
    }

    /** Returns the numbers of a page. */
    public List<DecodedField> decode(ClassifiedPage page) {
        return decoder.decode(page);
    }

    private static long glyphs(SegmentedPage page) {
        return page.getFields().stream().flatMap(field -> field.getGlyphs().stream()).filter(glyph -> !glyph.getBlank()).count();
    }

    /** Returns the glyphs of a page that have ink. */
    public static List<byte[]> inked(SegmentedPage page) {
        return page.getFields().stream().flatMap(field -> field.getGlyphs().stream()).filter(glyph -> !glyph.getBlank())
            .map(ReadingChain::pixels).toList();
    }

    private static byte[] pixels(Glyph glyph) {
        byte[] pixels = new byte[glyph.getPixels().remaining()];
        glyph.getPixels().duplicate().get(pixels);
        return pixels;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
