package io.penstock.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.draw.ScanReader;
import io.penstock.ingest.IngestConfig;
import io.penstock.schema.Correction;
import io.penstock.schema.CorrectionOutcome;
import io.penstock.schema.Page;
import io.penstock.schema.serde.SingleObjectSerde;
import io.penstock.segment.FormReader;
import io.penstock.segment.SegmentConfig;
import io.penstock.segment.SegmentOutcome;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Documents, forms and corrections that somebody made to do harm: each has an outcome, soon, and it is one of those that are promised. */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {

    /** Small limits, so that what is large is refused soon and the most is tried. */
    private static final Map<String, String> LIMITS = Map.of("ingest.limit.seconds", "5", "ingest.limit.page.pixels", "2000000",
        "ingest.limit.document.pixels", "8000000");
    /** Codes that no document is meant to have: the reader did not know what was wrong with it. */
    private static final List<String> UNFORESEEN = List.of("INTERNAL", "TIMEOUT", "OUT_OF_MEMORY", "CRASHED", "SEGMENT_FAILED");

    private final ScanReader scans = new ScanReader(IngestConfig.of(LIMITS));
    private final FormReader forms = new FormReader(SegmentConfig.of(Map.of()));

    @Test
    void png() throws Exception {
        Mutation mutation = ByteMutations::png;
        new Fuzz("png", SmallScans.pngs(), mutation.or(ByteMutations::any).upTo(4)).run(this::readsDocument);
    }

    @Test
    void jpeg() throws Exception {
        Mutation mutation = ByteMutations::jpeg;
        new Fuzz("jpeg", SmallScans.jpegs(), mutation.or(ByteMutations::any).upTo(4)).run(this::readsDocument);
    }

    @Test
    void tiff() throws Exception {
        Mutation mutation = ByteMutations::tiff;
        new Fuzz("tiff", SmallScans.tiffs(), mutation.or(ByteMutations::any).upTo(4)).run(this::readsDocument);
    }

    @Test
    void pdf() throws Exception {
        Mutation mutation = ByteMutations::words;
        new Fuzz("pdf", SmallScans.pdfs(), mutation.or(ByteMutations::any).upTo(4)).run(this::readsDocument);
    }

    @Test
    void form() throws Exception {
        Mutation mutation = ByteMutations::words;
        new Fuzz("form", shippedForms(), mutation.or(ByteMutations::lines).or(ByteMutations::any).upTo(4)).run(FuzzTest::readsForm);
    }

    @Test
    void correction() throws Exception {
        Mutation mutation = ByteMutations::any;
        SingleObjectSerde<Correction> serde = SingleObjectSerde.of(Correction.class);
        List<byte[]> seeds = Stream.of(CorrectionOutcome.TEXT, CorrectionOutcome.EMPTY).map(outcome -> serde.serializer().serialize("",
            Correction.newBuilder().setReview("doc/s/1/zip").setDocument("doc").setOutcome(outcome).setText("94103").setReviewer("ann")
                .setCorrectedAt(Instant.EPOCH).setTookMillis(1200L).build())).toList();
        new Fuzz("correction", seeds, mutation.upTo(3)).run(bytes -> readsCorrection(serde, bytes));
    }

    /** Reads all pages of a document, and looks at each as the segment stage does. */
    private boolean readsDocument(byte[] document) throws InterruptedException {
        List<Page> pages;
        try {
            pages = scans.pages("fuzz", document);
        } catch (IOException refused) {
            assertThat(UNFORESEEN).as(refused.getMessage()).noneMatch(code -> refused.getMessage().contains(": " + code + ":"));
            return false;
        }
        assertThat(pages).isNotEmpty();
        boolean good = true;
        for (Page page : pages) {
            if (forms.read(page, List.of()) instanceof SegmentOutcome.Refused refused) {
                assertThat(UNFORESEEN).as(refused.message()).doesNotContain(refused.error().name());
                good = false;
            }
        }
        return good;
    }

    private static boolean readsForm(byte[] yaml) {
        try {
            new FormParser().parse("fuzz", new String(yaml, StandardCharsets.UTF_8));
            return true;
        } catch (InvalidFormException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    /** What is read must be written as it was read: nothing was made up on the way. */
    private static boolean readsCorrection(SingleObjectSerde<Correction> serde, byte[] bytes) {
        try {
            Correction correction = serde.deserializer().deserialize("", bytes);
            assertThat(serde.deserializer().deserialize("", serde.serializer().serialize("", correction))).isEqualTo(correction);
            return true;
        } catch (SerializationException refused) {
            return false;
        }
    }

    private static List<byte[]> shippedForms() throws IOException {
        List<byte[]> forms = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "forms"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
                forms.add(Files.readAllBytes(file));
            }
        }
        return forms;
    }
}
