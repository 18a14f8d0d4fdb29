package io.penstock.app.read;

import io.penstock.app.config.Settings;
import io.penstock.app.draw.ScanReader;
import io.penstock.classify.ClassifyConfig;
import io.penstock.classify.PageClassifier;
import io.penstock.classify.digit.DigitClassifier;
import io.penstock.ingest.IngestConfig;
import io.penstock.schema.AssembledNumber;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.Page;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.FormReader;
import io.penstock.segment.SegmentConfig;
import io.penstock.segment.SegmentOutcome;
import io.penstock.segment.form.FormDefinition;
import io.penstock.sink.SinkConfig;
import io.penstock.sink.assemble.PageNumbers;
import io.penstock.sink.decode.DecodedField;
import io.penstock.sink.decode.NumberDecoder;
import io.penstock.sink.risk.QualitySample;
import io.penstock.sink.risk.RiskJudge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The plain classes of all stages one after another, without Kafka: gives the numbers that the stages give under the same settings, as a
 * whole or stage by stage. For measuring and calibrating, where there is nothing to be kept. Belongs to one thread.
 */
public final class DirectReader implements AutoCloseable {

    private final ScanReader scans;
    private final FormReader fields;
    private final DigitClassifier classifier;
    private final PageClassifier glyphs;
    private final NumberDecoder decoder;
    private final RiskJudge judge;
    private final QualitySample quality;
    private final List<FormDefinition> forms;

    /** Loads everything that the settings name; {@code forms} are all that a page may be. */
    public DirectReader(Settings settings, List<FormDefinition> forms) {
        SinkConfig sink = SinkConfig.of(settings.given());
        this.forms = List.copyOf(forms);
        scans = new ScanReader(IngestConfig.of(settings.given()));
        fields = new FormReader(SegmentConfig.of(settings.given()));
        decoder = new NumberDecoder(sink.decoder());
        judge = RiskJudge.of(sink.riskContracts());
        quality = sink.quality();
        classifier = ClassifyConfig.of(settings.given()).classifier();
        glyphs = new PageClassifier(classifier);
    }

    /**
     * Reads one scan.
     *
     * @param form name of the form that it is; null: identify it
     * @param kind kind of the one field that each page is, in lower case; null: a page is a form
     * @return all numbers, page by page
     * @throws IOException          where the file or a page of it can't be read: the message holds the code
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public List<RecognizedNumber> read(Path scan, String form, String kind) throws IOException, InterruptedException {
        List<RecognizedNumber> numbers = new ArrayList<>();
        for (Page page : pages(scan, form, kind)) {
            numbers.addAll(read(scan, page));
        }
        return numbers;
    }

    private List<RecognizedNumber> read(Path scan, Page page) throws IOException {
        SegmentOutcome outcome = segment(page);
        if (outcome instanceof SegmentOutcome.Refused refused) {
            throw new IOException(scan + ": " + refused.error() + ": " + refused.message());
        }
        return numbers(((SegmentOutcome.Segmented) outcome).page());
    }

    /** Returns the pages of a scan, as {@link ScanReader#pages(Path, String, String)} does. */
    public List<Page> pages(Path scan, String form, String kind) throws IOException, InterruptedException {
        return scans.pages(scan, form, kind);
    }

    /** Returns the pages of a document in memory, as {@link ScanReader#pages(String, byte[])} does. */
    public List<Page> pages(String document, byte[] content) throws IOException, InterruptedException {
        return scans.pages(document, content);
    }

    /** Returns the fields and glyphs of a page, or why there are none. */
    public SegmentOutcome segment(Page page) {
        return fields.read(page, forms);
    }

    /** Returns the distributions on a page's glyphs. */
    public ClassifiedPage classify(SegmentedPage page) {
        return glyphs.classify(page);
    }

    /** Returns the numbers of a page, before they are judged. */
    public List<DecodedField> decode(ClassifiedPage page) {
        return decoder.decode(page);
    }

    /** Returns what a page of segmented fields says: a number for each, or one for the page as a whole. */
    public List<RecognizedNumber> numbers(SegmentedPage page) {
        ClassifiedPage classified = classify(page);
        return new PageNumbers(classified, judge.judge(classified, decode(classified)), quality, Instant.EPOCH).numbers().stream()
            .map(AssembledNumber::getNumber).toList();
    }

    @Override
    public void close() {
        classifier.close();
    }
}
