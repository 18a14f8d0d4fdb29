package io.penstock.app.draw;

import io.penstock.ingest.IngestConfig;
import io.penstock.ingest.PageExtractor;
import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.PageImage;
import io.penstock.schema.Page;
import io.penstock.schema.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns a file into pages as the ingest stage does, without Kafka. */
public final class ScanReader {

    private final PageExtractor extractor;

    /** Reads under the limits of the ingest stage. */
    public ScanReader(IngestConfig config) {
        extractor = new PageExtractor(config.extraction());
    }

    /**
     * Returns the pages of a scan.
     *
     * @param form name of the form that it is; null: identify it
     * @param kind kind of the one field that each page is, in lower case; null: a page is a form
     * @throws IOException          where the file can't be read, or is no scan: the message holds the code
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public List<Page> pages(Path scan, String form, String kind) throws IOException, InterruptedException {
        Page.Builder document = Page.newBuilder().setDocument(scan.getFileName().toString())
            .setSubmission(new Submission(scan.toString(), 0, 0L, Instant.EPOCH, "")).setForm(form).setKind(kind);
        return pages(scan.toString(), Files.readAllBytes(scan), document);
    }

    /**
     * Returns the pages of a document in memory, submitted as the topic of documents hands it on.
     *
     * @throws IOException          where it is no scan: the message holds the code
     * @throws InterruptedException where the thread is interrupted while waiting
     */
    public List<Page> pages(String document, byte[] content) throws IOException, InterruptedException {
        Submission submission = new Submission("documents", 0, 0L, Instant.EPOCH, "");
        return pages(document, content, Page.newBuilder().setDocument(document).setSubmission(submission));
    }

    private List<Page> pages(String name, byte[] content, Page.Builder document) throws IOException, InterruptedException {
        Extraction extraction = extractor.extract(content);
        if (extraction instanceof Extraction.Refused refused) {
            throw new IOException(name + ": " + refused.code() + ": " + refused.message());
        }
        List<Page> pages = new ArrayList<>();
        List<PageImage> images = ((Extraction.Pages) extraction).pages();
        for (PageImage image : images) {
            pages.add(Page.newBuilder(document).setNumber(pages.size() + 1).setCount(images.size())
                .setDpi(image.dpi().isPresent() ? image.dpi().getAsDouble() : null).setRotation(image.rotation())
                .setMediaType(image.mediaType()).setWidth(image.width()).setHeight(image.height()).setImage(image.image().duplicate())
                    .build());
        }
        return pages;
    }
}
