package io.penstock.ingest.pdf;

import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files in a PDF portfolio, whose own pages are no more than a cover: their pages follow the cover's, in the order of their names.
 *
 * <p>Other PDFs may have attachments too, such as the data of an invoice; these are not read, which the log says.
 */
final class Attachments {

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    private static final COSName COLLECTION = COSName.getPDFName("Collection");
    private static final int DEEPEST = 20;

    private final Map<String, PDEmbeddedFile> files = new LinkedHashMap<>();
    private final PageCollector pages;

    private Attachments(PageCollector pages) {
        this.pages = pages;
    }

    /**
     * Reads all files of a portfolio; of other PDFs none.
     *
     * @param reader reads a file of any kind
     * @throws RefusalException where one can't be read: all pages of a document come, or none
     */
    static void read(PDDocument pdf, DocumentReader reader, PageCollector pages) throws IOException {
        PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
        if (names == null || names.getEmbeddedFiles() == null) {
            return;
        }
        if (!pdf.getDocumentCatalog().getCOSObject().containsKey(COLLECTION)) {
            LOG.warn("the PDF has attachments, which are not read: submit them by themselves if they are scans");
            return;
        }
        Attachments attachments = new Attachments(pages);
        attachments.find(names.getEmbeddedFiles(), 0);
        for (Map.Entry<String, PDEmbeddedFile> file : attachments.files.entrySet()) {
            attachments.read(file.getKey(), file.getValue(), reader);
        }
    }

    private void find(PDNameTreeNode<PDComplexFileSpecification> node, int depth) throws IOException {
        pages.checkTime();
        if (depth > DEEPEST) {
            throw new RefusalException(IngestError.NESTED_TOO_DEEPLY, "the list of attachments is nested too deeply");
        }
        if (node.getNames() != null) {
            for (Map.Entry<String, PDComplexFileSpecification> file : node.getNames().entrySet()) {
                files.put(file.getKey(), content(file.getKey(), file.getValue()));
                pages.announcePages(files.size());
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                find(kid, depth + 1);
            }
        }
    }

    private static PDEmbeddedFile content(String name, PDComplexFileSpecification file) throws RefusalException {
        return Stream.of(file.getEmbeddedFileUnicode(), file.getEmbeddedFile(), file.getEmbeddedFileDos(), file.getEmbeddedFileMac(),
                file.getEmbeddedFileUnix()).filter(content -> content != null).findFirst()
            .orElseThrow(() -> refused(IngestError.ATTACHMENT_UNREADABLE, name, "its content is missing from the file", null));
    }

    private void read(String name, PDEmbeddedFile file, DocumentReader reader) throws IOException {
        int most = pages.settings().maxBytes();
        try {
            byte[] bytes;
            try (InputStream in = file.createInputStream()) {
                bytes = in.readNBytes(most);
                if (in.read() >= 0) {
                    throw new RefusalException(IngestError.TOO_LARGE, "it has more than the " + most + " bytes that are allowed");
                }
            }
            reader.read(bytes, pages);
        } catch (RefusalException e) {
            throw refused(e.code(), name, e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            // decoders report damage with either
            throw refused(IngestError.ATTACHMENT_UNREADABLE, name, "it is damaged ("
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")", e);
        }
    }

    private static RefusalException refused(IngestError code, String name, String what, Exception cause) {
        return new RefusalException(code, "attachment " + name + " of the portfolio: " + what, cause);
    }
}
