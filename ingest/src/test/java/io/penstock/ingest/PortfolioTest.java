package io.penstock.ingest;

import static io.penstock.ingest.Scans.assertRefused;
import static io.penstock.ingest.Scans.encode;
import static io.penstock.ingest.Scans.extract;
import static io.penstock.ingest.Scans.pages;
import static io.penstock.ingest.Scans.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** The files of a PDF portfolio are pages behind its cover. */
class PortfolioTest {

    private static final byte[] PNG = encode(picture(BufferedImage.TYPE_BYTE_GRAY), "png");
    private static final byte[] JPEG = encode(picture(BufferedImage.TYPE_BYTE_GRAY), "jpg");
    private static final byte[] TIFF = encode(picture(BufferedImage.TYPE_BYTE_GRAY), "tif");

    @Test
    void itsFilesArePagesInTheOrderOfTheirNames() throws IOException {
        byte[] scan = Pdfs.scan(Pdfs.flate(picture(BufferedImage.TYPE_BYTE_BINARY)));
        List<PageImage> pages = pages(portfolio(Map.of("a.png", PNG, "b.jpg", JPEG, "c.tif", TIFF, "d.pdf", scan), true));
        assertThat(pages).extracting(PageImage::mediaType)
            .containsExactly("image/png", "image/png", "image/jpeg", "image/png", "image/png");
        pages.subList(1, 5).forEach(Scans::assertUpright);
    }

    @Test
    void attachmentsOfOtherPdfsAreNotRead() throws IOException {
        assertThat(pages(portfolio(Map.of("invoice.xml", new byte[] {1}, "a.png", PNG), false))).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertRefused(extract(portfolio(Map.of("a.png", PNG, "b.docx", new byte[] {'P', 'K', 3, 4}), true)),
            IngestError.ATTACHMENT_UNREADABLE, "b.docx", "neither PDF");
        assertRefused(extract(portfolio(Map.of("b.png", Arrays.copyOf(PNG, 500)), true)), IngestError.ATTACHMENT_UNREADABLE, "b.png",
            "damaged");
        assertRefused(extract(portfolio(Map.of("b.pdf", portfolio(Map.of("a.png", PNG), true)), true)),
            IngestError.ATTACHMENT_UNREADABLE, "b.pdf", "portfolio itself");
        assertRefused(extract(portfolio(Map.of("b.pdf", encrypted()), true)), IngestError.PDF_ENCRYPTED, "b.pdf", "password");
    }

    @Test
    void theLimitsOfTheDocumentHold() throws IOException {
        byte[] two = portfolio(Map.of("a.png", PNG, "b.png", PNG), true);
        assertRefused(extract(two, Scans.settings(2, 100_000_000, Duration.ofSeconds(60))), IngestError.TOO_MANY_PAGES);
        byte[] bomb = portfolio(Map.of("a.png", new byte[80 << 20]), true);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertRefused(extract(bomb), IngestError.TOO_LARGE, "a.png");
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage(PDRectangle.LETTER));
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return Pdfs.save(pdf);
        }
    }

    private static byte[] portfolio(Map<String, byte[]> files, boolean collection) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage(PDRectangle.LETTER));
            Map<String, PDComplexFileSpecification> specifications = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                PDComplexFileSpecification specification = new PDComplexFileSpecification();
                specification.setFile(file.getKey());
                specification.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(file.getValue()), COSName.FLATE_DECODE));
                specifications.put(file.getKey(), specification);
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(specifications);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            if (collection) {
                pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Collection"), new COSDictionary());
            }
            return Pdfs.save(pdf);
        }
    }
}
