package io.penstock.ingest;

import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Pages;
import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.ingest.page.ExtractionSettings;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.PageImage;
import io.penstock.ingest.page.PageTaker;
import io.penstock.ingest.page.RefusalException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the bytes of a PDF, TIFF, PNG or JPEG into its pages, or into a refusal with a permanent code.
 *
 * <p>For library users each document is read on a thread of its own, so that one that hangs, exhausts memory or the stack, or trips a
 * decoder is refused and the next one is read; on the stream it is read where {@link io.penstock.isolate.Isolator} says. Thread-safe,
 * without state.
 */
public final class PageExtractor {

    private static final Logger LOG = LoggerFactory.getLogger(PageExtractor.class);

    private final ExtractionSettings settings;
    private final Function<FileType, DocumentReader> readers;

    /** Extracts pages under these settings. */
    public PageExtractor(ExtractionSettings settings) {
        this(settings, FileType::reader);
    }

    /** Extracts pages with other readers: tests order documents that hang or explode. */
    PageExtractor(ExtractionSettings settings, Function<FileType, DocumentReader> readers) {
        this.settings = settings;
        this.readers = readers;
    }

    /**
     * Extracts all pages of a document.
     *
     * @param document the bytes; null counts as empty; must not be changed afterwards, as pages may share them
     * @throws InterruptedException where the calling thread is interrupted while waiting
     */
    public Extraction extract(byte[] document) throws InterruptedException {
        Optional<Refused> refused = check(document);
        return refused.isPresent() ? refused.get() : read(document, FileType.of(document).orElseThrow());
    }

    private Optional<Refused> check(byte[] document) {
        if (document == null || document.length == 0) {
            return Optional.of(Refused.of(IngestError.EMPTY, "the document has no bytes"));
        }
        if (document.length > settings.maxBytes()) {
            return Optional.of(Refused.of(IngestError.TOO_LARGE, "the document has " + document.length + " bytes, " + settings.maxBytes()
                + " are allowed"));
        }
        return FileType.of(document).isPresent() ? Optional.empty() : Optional.of(Refused.of(IngestError.UNKNOWN_TYPE,
            "the document starts with the bytes " + HexFormat.ofDelimiter(" ").formatHex(document, 0, Math.min(8, document.length))));
    }

    /**
     * Extracts all pages of a document on the calling thread, which somebody else watches: nothing here ends a decoder that hangs.
     *
     * @param pages takes each page as soon as it is there; where the document is refused after all, they are void
     * @return why the document is refused; empty where {@code pages} got all of it
     */
    public Optional<Refused> extract(byte[] document, PageTaker pages) {
        Optional<Refused> refused = check(document);
        if (refused.isPresent()) {
            return refused;
        }
        FileType type = FileType.of(document).orElseThrow();
        PageCollector collector = new PageCollector(settings, pages);
        try {
            readers.apply(type).read(document, collector);
            return collector.nextPage() == 1 ? Optional.of(noPages(type)) : Optional.empty();
        } catch (Exception | Error e) { // decoders throw all there is
            return Optional.of(refusal(type, e));
        }
    }

    private Extraction read(byte[] document, FileType type) throws InterruptedException {
        PageCollector collector = new PageCollector(settings);
        FutureTask<List<PageImage>> task = new FutureTask<>(() -> {
            readers.apply(type).read(document, collector);
            return collector.pages();
        });
        Thread worker = new Thread(task, "extract-pages");
        worker.setDaemon(true);
        worker.start();
        try {
            List<PageImage> pages = task.get(settings.time().toMillis(), TimeUnit.MILLISECONDS);
            return pages.isEmpty() ? noPages(type) : new Pages(pages);
        } catch (TimeoutException e) {
            // Not interrupted: an interrupt closes the font files that PDFBox shares among documents. The collector's own clock
            // ends the thread at the next operator, image or page; until then it costs a core but not the stream.
            LOG.warn("a {} document was given up after {} s; its thread ends when it next looks at the clock", type,
                settings.time().toSeconds());
            return Refused.of(IngestError.TIMEOUT, "the document was not read within " + settings.time().toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return refusal(type, e.getCause());
        }
    }

    private static Refused noPages(FileType type) {
        return Refused.of(type.corrupt(), "the document has no pages");
    }

    /** The isolation boundary: whatever a decoder throws becomes a code. */
    private static Refused refusal(FileType type, Throwable cause) {
        if (cause instanceof RefusalException refusal) {
            LOG.debug("refused", refusal);
            return Refused.of(refusal.code(), refusal.getMessage());
        }
        if (cause instanceof IOException || cause instanceof RuntimeException) {
            LOG.debug("refused", cause);
            return Refused.of(type.corrupt(), "the " + type + " cannot be read (" + describe(cause) + ")");
        }
        if (cause instanceof StackOverflowError) {
            return Refused.of(IngestError.NESTED_TOO_DEEPLY, "the document's objects are nested too deeply");
        }
        if (cause instanceof OutOfMemoryError) {
            LOG.warn("memory ran out while a {} document was read", type);
            return Refused.of(IngestError.OUT_OF_MEMORY, "memory ran out while the document was read");
        }
        LOG.error("a {} document could not be read because of a fault that is not the document's", type, cause);
        return Refused.of(IngestError.INTERNAL, "the document could not be read (" + describe(cause) + ")");
    }

    private static String describe(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
