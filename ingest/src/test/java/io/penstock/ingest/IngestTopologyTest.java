package io.penstock.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.ingest.page.ExtractionSettings;
import io.penstock.schema.Announcement;
import io.penstock.schema.Page;
import io.penstock.schema.deadletter.DeadLetter;
import io.penstock.schema.deadletter.Letter;
import io.penstock.schema.deadletter.LostPage;
import io.penstock.schema.document.SubmittedDocument;
import io.penstock.schema.topic.TopicCatalogue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestTopologyTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final byte[] PNG = Scans.encode(Scans.picture(BufferedImage.TYPE_BYTE_GRAY), "png");

    private final TopicCatalogue topics = TopicCatalogue.standard();
    private final TopologyTestDriver driver =
        new TopologyTestDriver(IngestTopology.of(topics, IngestConfig.of(Map.of())), new Properties());
    private final TestInputTopic<String, byte[]> documents = driver.createInputTopic(topics.documents().name(),
        topics.documents().keys().serializer(), topics.documents().values().serializer());
    private final TestOutputTopic<String, Page> pages = driver.createOutputTopic(topics.pages().name(),
        topics.pages().keys().deserializer(), topics.pages().values().deserializer());
    private final TestOutputTopic<String, Announcement> announcements = driver.createOutputTopic(topics.announcements().name(),
        topics.announcements().keys().deserializer(), topics.announcements().values().deserializer());
    private final TestOutputTopic<String, byte[]> deadLetters = driver.createOutputTopic(topics.deadLetters().name(),
        topics.deadLetters().keys().deserializer(), topics.deadLetters().values().deserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aDocumentBecomesOneRecordAPageInOrder() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                Pdfs.addScan(pdf, Pdfs.g4(Scans.picture(BufferedImage.TYPE_BYTE_BINARY)), new Matrix(612, 0, 0, 792, 0, 0),
                    PDRectangle.LETTER, 0, Pdfs.NOTHING);
            }
            submit("a.pdf", Pdfs.save(pdf), Map.of("form", "tally", "kind", "zip", "content-type", "text/html"));
        }
        List<TestRecord<String, Page>> records = pages.readRecordsToList();
        assertThat(records).extracting(TestRecord::key).containsExactly("a.pdf", "a.pdf", "a.pdf");
        assertThat(records).extracting(record -> record.value().getNumber()).containsExactly(1, 2, 3);
        Page page = records.get(2).value();
        assertThat(page.getDocument()).isEqualTo("a.pdf");
        assertThat(page.getCount()).isEqualTo(3);
        assertThat(page.getForm()).isEqualTo("tally");
        assertThat(page.getKind()).isEqualTo("zip");
        assertThat(page.getDpi()).isBetween(99.9, 100.1);
        assertThat(page.getWidth()).isEqualTo(Scans.WIDTH);
        assertThat(page.getImage().remaining()).isGreaterThan(100);
        assertThat(page.getSubmission().getTopic()).isEqualTo("penstock.documents");
        assertThat(page.getSubmission().getPartition()).isZero();
        assertThat(page.getSubmission().getOffset()).isZero();
        assertThat(page.getSubmission().getSubmittedAt()).isEqualTo(NOON);
        assertThat(announcements.readRecordsToList()).singleElement()
            .isEqualTo(new TestRecord<>("a.pdf", new Announcement("a.pdf", page.getSubmission(), 3), new RecordHeaders(), NOON));
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void aRefusedDocumentBecomesADeadLetterWithItsBytesAndHeadersAndTheStreamGoesOn() {
        byte[] rubbish = "not a scan".getBytes(StandardCharsets.US_ASCII);
        submit("a", rubbish, Map.of("form", "tally"));
        submit("b", PNG, Map.of());
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo("a");
        assertThat(letter.value()).isEqualTo(rubbish);
        DeadLetter why = DeadLetter.of(letter.headers());
        assertThat(why.stage()).isEqualTo("ingest");
        assertThat(why.code()).isEqualTo("UNKNOWN_TYPE");
        assertThat(why.message()).contains("convert the document");
        assertThat(why.topic()).isEqualTo("penstock.documents");
        assertThat(why.offset()).isZero();
        assertThat(new String(DeadLetter.original(letter.headers()).lastHeader("form").value(), StandardCharsets.UTF_8)).isEqualTo("tally");
        assertThat(pages.readRecord().key()).isEqualTo("b");
        assertThat(pages.isEmpty()).isTrue();
    }

    @Test
    void aDocumentWithoutKeyIsNamedAfterItsSubmission() {
        submit(null, PNG, Map.of());
        submit(null, new byte[0], Map.of());
        Page page = pages.readRecord().value();
        assertThat(page.getDocument()).isEqualTo(page.getSubmission().getId());
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.key()).isNotEqualTo(page.getDocument())
            .isEqualTo(LostPage.of(letter.headers()).orElseThrow().submission().getId());
    }

    @Test
    void keysThatAreNoTextAreDocumentsOfTheirOwn() {
        TestInputTopic<byte[], byte[]> numbered = driver.createInputTopic(topics.documents().name(), new ByteArraySerializer(),
            new ByteArraySerializer());
        numbered.pipeInput(new byte[] {(byte) 0xff, 1}, PNG);
        numbered.pipeInput(new byte[] {(byte) 0xfe, 1}, PNG);
        assertThat(pages.readRecordsToList()).extracting(TestRecord::key).doesNotHaveDuplicates()
            .allMatch(key -> key.startsWith("sha256-"));
    }

    @Test
    void aPageThatDoesNotFitIntoAMessageRefusesTheWholeDocument() throws IOException {
        TopicCatalogue small = TopicCatalogue.withPrefix("small.", 60_000);
        try (TopologyTestDriver narrow = new TopologyTestDriver(IngestTopology.of(small, IngestConfig.of(Map.of())), new Properties());
             PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                BufferedImage image = i == 1 ? noise() : Scans.picture(BufferedImage.TYPE_BYTE_BINARY);
                Pdfs.addScan(pdf, Pdfs.g4(image), new Matrix(612, 0, 0, 792, 0, 0), PDRectangle.LETTER, 0, Pdfs.NOTHING);
            }
            narrow.createInputTopic(small.documents().name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("a.pdf", Pdfs.save(pdf));
            assertThat(narrow.createOutputTopic(small.pages().name(), new StringDeserializer(), new ByteArrayDeserializer()).isEmpty())
                .isTrue();
            TestRecord<String, byte[]> letter = narrow.createOutputTopic(small.deadLetters().name(), new StringDeserializer(),
                new ByteArrayDeserializer()).readRecord();
            assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("PAGE_TOO_LARGE");
            assertThat(DeadLetter.of(letter.headers()).message()).contains("page 2");
        }
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_BINARY);
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            image.setRGB(i % 1000, i / 1000, random.nextBoolean() ? 0xffffff : 0);
        }
        return image;
    }

    @Test
    void aDocumentWithoutValueIsADeadLetter() {
        submit("tombstone", null, Map.of());
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isNull();
        assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("EMPTY");
    }

    @Test
    void aKindThatDoesNotExistIsRefusedAndNotGuessed() {
        submit("a.png", PNG, Map.of("kind", "amuont"));
        submit("b.png", PNG, Map.of("kind", "Amount"));
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("KIND_UNKNOWN");
        assertThat(DeadLetter.of(letter.headers()).message()).contains("amuont").contains("AMOUNT");
        assertThat(pages.readRecord().key()).isEqualTo("b.png");
    }

    @Test
    void aDeadLetterSaysWhichSubmissionIsMissing() {
        submit("a", new byte[] {1}, Map.of());
        assertThat(LostPage.of(deadLetters.readRecord().headers())).contains(LostPage.all(SubmittedDocument.of(new byte[] {'a'},
            new RecordHeaders(), "penstock.documents", 0, 0, NOON.toEpochMilli())));
    }

    @Test
    void aLargeDocumentThatIsRefusedLeavesAPointer() {
        byte[] large = new byte[40_000_000];
        submit("large", large, Map.of("form", "tally"));
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isEmpty();
        assertThat(Letter.pointsTo(letter.headers(), large)).isTrue();
        assertThat(DeadLetter.of(letter.headers()).code()).isEqualTo("UNKNOWN_TYPE");
    }

    @Test
    void documentationConfigurationAndLibraryShareOneSetOfDefaults() {
        assertThat(IngestConfig.of(Map.of()).extraction()).isEqualTo(ExtractionSettings.defaults());
        assertThat(IngestConfig.of(Map.of("ingest.limit.pages", "7", "segment.other", "x")).extraction().maxPages()).isEqualTo(7);
        assertThatThrownBy(() -> IngestConfig.of(Map.of("ingest.limit.pages", "0"))).isInstanceOf(ConfigException.class)
            .hasMessageContaining("ingest.limit.pages");
        assertThatThrownBy(() -> IngestConfig.of(Map.of("ingest.render.dpi", "90"))).isInstanceOf(ConfigException.class)
            .hasMessageContaining("ingest.render.dpi.min");
    }

    private void submit(String key, byte[] document, Map<String, String> headers) {
        RecordHeaders recordHeaders = new RecordHeaders();
        headers.forEach((name, value) -> recordHeaders.add(name, value.getBytes(StandardCharsets.UTF_8)));
        documents.pipeInput(new TestRecord<>(key, document, recordHeaders, NOON));
    }
}
