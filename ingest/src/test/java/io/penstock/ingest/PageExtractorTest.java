package io.penstock.ingest;

import static io.penstock.ingest.Scans.assertRefused;
import static io.penstock.ingest.Scans.extract;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.ingest.page.ExtractionSettings;
import io.penstock.ingest.page.IngestError;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageExtractorTest {

    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Test
    void nothingIsRefusedAsEmpty() {
        assertRefused(extract(null), IngestError.EMPTY);
        assertRefused(extract(new byte[0]), IngestError.EMPTY);
    }

    @Test
    void anUnknownTypeIsRefusedAndShowsItsFirstBytes() {
        assertRefused(extract("GIF89a".getBytes(StandardCharsets.US_ASCII)), IngestError.UNKNOWN_TYPE, "47 49 46");
        assertRefused(extract(new byte[] {1}), IngestError.UNKNOWN_TYPE);
    }

    @Test
    void aDocumentBeyondTheByteLimitIsRefusedUnread() {
        ExtractionSettings tiny = new ExtractionSettings(300, 100, 10, 1, 1000, 1000, 1000, 1000, Duration.ofSeconds(1));
        assertRefused(extract(new byte[11], tiny), IngestError.TOO_LARGE, "11 bytes", "10 are allowed");
    }

    @Test
    void aPageTooLargeForAMessageIsRefused() {
        byte[] png = Scans.encode(Scans.picture(BufferedImage.TYPE_BYTE_GRAY), "png");
        ExtractionSettings small = new ExtractionSettings(300, 100, 1 << 20, 1, 1 << 20, 100, 1 << 20, 1 << 20, Duration.ofSeconds(9));
        assertRefused(extract(png, small), IngestError.PAGE_TOO_LARGE, "page 1");
        ExtractionSettings few = new ExtractionSettings(300, 100, 1 << 20, 1, 1 << 20, 1 << 20, 100, 1 << 20, Duration.ofSeconds(9));
        assertRefused(extract(png, few), IngestError.TOO_MANY_PIXELS, "in a document");
        ExtractionSettings lean = new ExtractionSettings(300, 100, 1 << 20, 1, 1 << 20, 1 << 20, 1 << 20, 100, Duration.ofSeconds(9));
        assertRefused(extract(png, lean), IngestError.PAGES_TOO_LARGE);
    }

    @Test
    @Timeout(20)
    void aDecoderThatHangsIsGivenUpAndTheNextDocumentIsRead() throws InterruptedException {
        CountDownLatch forEver = new CountDownLatch(1);
        PageExtractor extractor = new PageExtractor(Scans.settings(5, 1000, Duration.ofMillis(300)), type -> (document, pages) -> {
            try {
                forEver.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        assertRefused(extractor.extract(PDF), IngestError.TIMEOUT);
        assertRefused(extractor.extract(PDF), IngestError.TIMEOUT);
        forEver.countDown();
    }

    @Test
    void theClockEndsWorkThatLooksAtIt() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        PageExtractor extractor = new PageExtractor(Scans.settings(5, 1000, Duration.ofMillis(200)), type -> (document, pages) -> {
            try {
                while (true) {
                    pages.checkTime();
                    Thread.onSpinWait();
                }
            } finally {
                ended.countDown();
            }
        });
        assertRefused(extractor.extract(PDF), IngestError.TIMEOUT);
        ended.await();
    }

    @Test
    void whateverADecoderThrowsBecomesACode() throws InterruptedException {
        assertThat(exploding(() -> new OutOfMemoryError("on order"))).isEqualTo(IngestError.OUT_OF_MEMORY);
        assertThat(exploding(StackOverflowError::new)).isEqualTo(IngestError.NESTED_TOO_DEEPLY);
        assertThat(exploding(() -> new IllegalArgumentException("on order"))).isEqualTo(IngestError.PDF_CORRUPT);
        assertThat(exploding(() -> new IOException("on order"))).isEqualTo(IngestError.PDF_CORRUPT);
        assertThat(exploding(() -> new NoClassDefFoundError("on order"))).isEqualTo(IngestError.INTERNAL);
    }

    @Test
    void aMessageNeverGrowsBeyondAHeader() throws InterruptedException {
        DocumentReader chatty = (document, pages) -> {
            throw new IOException("x".repeat(100_000));
        };
        Refused refused = (Refused) new PageExtractor(ExtractionSettings.defaults(), type -> chatty).extract(PDF);
        assertThat(refused.message()).hasSizeLessThanOrEqualTo(1000).endsWith(IngestError.PDF_CORRUPT.advice());
    }

    /** Orders an error. */
    private interface Order {
        Throwable next();
    }

    private static IngestError exploding(Order order) throws InterruptedException {
        Extraction extraction = new PageExtractor(ExtractionSettings.defaults(), type -> (document, pages) -> {
            Throwable next = order.next();
            if (next instanceof IOException e) {
                throw e;
            }
            if (next instanceof Error e) {
                throw e;
            }
            throw (RuntimeException) next;
        }).extract(PDF);
        return ((Refused) extraction).code();
    }
}
