package io.penstock.ingest;

import static io.penstock.ingest.Scans.HEIGHT;
import static io.penstock.ingest.Scans.WIDTH;
import static io.penstock.ingest.Scans.assertRefused;
import static io.penstock.ingest.Scans.assertUpright;
import static io.penstock.ingest.Scans.bytes;
import static io.penstock.ingest.Scans.decode;
import static io.penstock.ingest.Scans.encode;
import static io.penstock.ingest.Scans.extract;
import static io.penstock.ingest.Scans.pages;
import static io.penstock.ingest.Scans.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPagesTest {

    private static final Matrix FULL = new Matrix(612, 0, 0, 792, 0, 0);
    private static final BufferedImage GREY = picture(BufferedImage.TYPE_BYTE_GRAY);
    private static final BufferedImage BILEVEL = picture(BufferedImage.TYPE_BYTE_BINARY);
    private static final byte[] GREY_JPEG = encode(GREY, "jpg");

    @Test
    void aScannedJpegPageHandsOverItsOwnBytes() throws IOException {
        PageImage page = only(Pdfs.scan(Pdfs.jpeg(GREY_JPEG, WIDTH, HEIGHT, false)));
        assertThat(page.mediaType()).isEqualTo("image/jpeg");
        assertThat(bytes(page)).isEqualTo(GREY_JPEG);
        assertThat(page.dpi().getAsDouble()).isBetween(99.9, 100.1);
        assertUpright(page);
    }

    @Test
    void aColourJpegPageKeepsItsColour() throws IOException {
        byte[] jpeg = encode(picture(BufferedImage.TYPE_INT_RGB), "jpg");
        assertThat(bytes(only(Pdfs.scan(Pdfs.jpeg(jpeg, WIDTH, HEIGHT, true))))).isEqualTo(jpeg);
    }

    @Test
    void aFaxPageStaysOneBitDeepAndIsNotRendered() throws IOException {
        PageImage page = only(Pdfs.scan(Pdfs.g4(BILEVEL)));
        assertOneBit(page);
        assertUpright(page);
    }

    @Test
    void aJbig2PageStaysOneBitDeepAndIsNotRendered() throws IOException {
        PageImage page = only(Pdfs.scan(Pdfs.jbig2(BILEVEL)));
        assertOneBit(page);
        assertUpright(page);
    }

    @Test
    void aLosslessPageKeepsItsPixels() throws IOException {
        PageImage grey = only(Pdfs.scan(Pdfs.flate(GREY)));
        assertThat(decode(grey).getRaster().getDataBuffer().getSize()).isEqualTo(WIDTH * HEIGHT);
        assertUpright(grey);
        PageImage colour = only(Pdfs.scan(Pdfs.flate(picture(BufferedImage.TYPE_INT_RGB))));
        assertThat(colour.width()).isEqualTo(WIDTH);
        assertUpright(colour);
    }

    @Test
    void textThatOcrLeftInvisiblyIsNoReasonToRender() throws IOException {
        byte[] pdf = Pdfs.scan(Pdfs.jpeg(GREY_JPEG, WIDTH, HEIGHT, false), FULL, PDRectangle.LETTER, 0, Pdfs.INVISIBLE_TEXT);
        assertThat(bytes(only(pdf))).isEqualTo(GREY_JPEG);
    }

    @Test
    void textOverAScanIsRendered() throws IOException {
        PageImage page = only(Pdfs.scan(Pdfs.jpeg(GREY_JPEG, WIDTH, HEIGHT, false), FULL, PDRectangle.LETTER, 0, Pdfs.VISIBLE_TEXT));
        assertRendered(page);
        assertUpright(page);
    }

    @Test
    void anImageThatFillsOnlyPartOfThePageIsRendered() throws IOException {
        byte[] pdf = Pdfs.scan(Pdfs.jpeg(GREY_JPEG, WIDTH, HEIGHT, false), new Matrix(306, 0, 0, 396, 0, 396), PDRectangle.LETTER, 0,
            Pdfs.NOTHING);
        assertRendered(only(pdf));
    }

    @Test
    void aSkewedOrMirroredImageIsRendered() throws IOException {
        Pdfs.ImageMaker image = Pdfs.jpeg(GREY_JPEG, WIDTH, HEIGHT, false);
        assertRendered(only(Pdfs.scan(image, new Matrix(612, 10, -10, 792, 5, -5), PDRectangle.LETTER, 0, Pdfs.NOTHING)));
        assertRendered(only(Pdfs.scan(image, new Matrix(-612, 0, 0, 792, 612, 0), PDRectangle.LETTER, 0, Pdfs.NOTHING)));
    }

    @Test
    void anImageWithASoftMaskIsRendered() throws IOException {
        BufferedImage transparent = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        transparent.getGraphics().fillRect(WIDTH / 2, 0, WIDTH, HEIGHT);
        assertRendered(only(Pdfs.scan(Pdfs.flate(transparent))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aPageRotationTravelsWithTheScan(int rotate) throws IOException {
        BufferedImage lying = Scans.turned(GREY, (360 - rotate) % 360);
        PDRectangle box = new PDRectangle(lying.getWidth() * 0.72f, lying.getHeight() * 0.72f);
        byte[] jpeg = encode(lying, "jpg");
        PageImage page = only(Pdfs.scan(Pdfs.jpeg(jpeg, lying.getWidth(), lying.getHeight(), false),
            new Matrix(box.getWidth(), 0, 0, box.getHeight(), 0, 0), box, rotate, Pdfs.NOTHING));
        assertThat(page.rotation()).isEqualTo(rotate);
        assertThat(bytes(page)).isEqualTo(jpeg);
        assertUpright(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void aQuarterTurnInTheContentStreamBecomesRotation(int turn) throws IOException {
        BufferedImage lying = Scans.turned(GREY, 360 - turn);
        Matrix placement = switch (turn) {
            case 90 -> new Matrix(0, -792, 612, 0, 0, 792);
            case 180 -> new Matrix(-612, 0, 0, -792, 612, 792);
            default -> new Matrix(0, 792, -612, 0, 612, 0);
        };
        PageImage page = only(Pdfs.scan(Pdfs.jpeg(encode(lying, "jpg"), lying.getWidth(), lying.getHeight(), false), placement,
            PDRectangle.LETTER, 0, Pdfs.NOTHING));
        assertThat(page.mediaType()).isEqualTo("image/jpeg");
        assertThat(page.rotation()).isEqualTo(turn);
        assertThat(page.dpi().getAsDouble()).isBetween(99.9, 100.1);
        assertUpright(page);
    }

    @Test
    void vectorPagesAreRenderedGreyAtTheConfiguredResolutionWithTheirRotationApplied() throws IOException {
        PageImage page = only(Pdfs.vector(PDRectangle.LETTER, 0));
        assertRendered(page);
        assertUpright(page);
        assertThat(page.width()).isEqualTo(2550);
        PageImage turned = only(Pdfs.vector(PDRectangle.LETTER, 90));
        assertThat(turned.rotation()).isZero();
        assertThat(turned.width()).isBetween(3299, 3300);
    }

    @Test
    void aHugePageIsRenderedAtLessResolutionAndAMonstrousOneIsRefused() throws IOException {
        PageImage page = only(Pdfs.vector(new PDRectangle(72 * 50, 72 * 60), 0));
        assertThat(page.dpi().getAsDouble()).isBetween(100.0, 200.0);
        assertThat((long) page.width() * page.height()).isLessThanOrEqualTo(100_000_000L);
        assertRefused(extract(Pdfs.vector(new PDRectangle(14400, 14400), 0)), IngestError.TOO_MANY_PIXELS, "page 1");
    }

    @Test
    void pagesKeepTheirOrder() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            Pdfs.addScan(pdf, Pdfs.g4(BILEVEL), FULL, PDRectangle.LETTER, 0, Pdfs.NOTHING);
            Pdfs.addScan(pdf, Pdfs.jpeg(GREY_JPEG, WIDTH, HEIGHT, false), FULL, PDRectangle.LETTER, 0, Pdfs.NOTHING);
            assertThat(pages(Pdfs.save(pdf))).extracting(PageImage::mediaType).containsExactly("image/png", "image/jpeg");
        }
    }

    @Test
    void aPdfThatNeedsAPasswordIsRefusedAndOneThatOpensWithoutIsRead() throws IOException {
        assertRefused(extract(protectedBy("secret")), IngestError.PDF_ENCRYPTED);
        assertUpright(only(protectedBy("")));
    }

    @Test
    void aPdfWithoutPagesOrWithTooManyIsRefused() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            assertRefused(extract(Pdfs.save(pdf)), IngestError.PDF_NO_PAGES);
            for (int i = 0; i < 4; i++) {
                pdf.addPage(new PDPage());
            }
            assertRefused(extract(Pdfs.save(pdf), Scans.settings(3, 100_000_000, Duration.ofSeconds(60))), IngestError.TOO_MANY_PAGES,
                "4 pages");
        }
    }

    @Test
    void aPageTreeThatMiscountsLosesNoPageSilently() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.addPage(new PDPage(PDRectangle.A5));
            pdf.getPages().getCOSObject().setInt(COSName.COUNT, 1);
            assertThat(pages(Pdfs.save(pdf))).hasSize(2);
            pdf.getPages().getCOSObject().setInt(COSName.COUNT, 5);
            assertRefused(extract(Pdfs.save(pdf)), IngestError.PDF_CORRUPT, "says that it has 5 pages and holds 2");
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] pdf = Pdfs.scan(document -> {
            var image = Pdfs.flate(GREY).in(document);
            image.setWidth(85_000);
            image.setHeight(110_000);
            return image;
        });
        assertRefused(extract(pdf), IngestError.TOO_MANY_PIXELS, "page 1", "85000 × 110000");
    }

    @Test
    void anImageThatWasCutShortNamesItsPage() throws IOException {
        byte[] half = Arrays.copyOf(GREY_JPEG, GREY_JPEG.length / 2);
        try (PDDocument pdf = new PDDocument()) {
            Pdfs.addScan(pdf, Pdfs.g4(BILEVEL), FULL, PDRectangle.LETTER, 0, Pdfs.NOTHING);
            Pdfs.addScan(pdf, Pdfs.jpeg(half, WIDTH, HEIGHT, false), FULL, PDRectangle.LETTER, 0, Pdfs.NOTHING);
            assertRefused(extract(Pdfs.save(pdf)), IngestError.PDF_CORRUPT, "page 2", "ends before its end marker");
        }
        byte[] tooTall = Pdfs.scan(document -> {
            var image = Pdfs.flate(GREY).in(document);
            image.setHeight(HEIGHT + 20);
            return image;
        });
        assertRefused(extract(tooTall), IngestError.PDF_CORRUPT, "page 1");
    }

    @Test
    void anImageThatCannotBeDecodedDoesNotBecomeABlankPage() throws IOException {
        byte[] rubbish = "this is no JPEG".getBytes(StandardCharsets.US_ASCII);
        byte[] pdf = Pdfs.scan(Pdfs.jpeg(rubbish, WIDTH, HEIGHT, false), new Matrix(300, 0, 0, 300, 50, 50), PDRectangle.LETTER, 0,
            Pdfs.VISIBLE_TEXT);
        assertRefused(extract(pdf), IngestError.PDF_CORRUPT, "page 1");
    }

    @Test
    void rubbishAfterAPdfHeaderIsRefusedAndRubbishBeforeItIsSkipped() throws IOException {
        assertRefused(extract("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII)), IngestError.PDF_CORRUPT);
        byte[] pdf = Pdfs.vector(PDRectangle.LETTER, 0);
        byte[] mailed = new byte[pdf.length + 500];
        Arrays.fill(mailed, (byte) '\n');
        System.arraycopy(pdf, 0, mailed, 500, pdf.length);
        assertUpright(only(mailed));
    }

    private static byte[] protectedBy(String password) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            Pdfs.addScan(pdf, Pdfs.jpeg(GREY_JPEG, WIDTH, HEIGHT, false), FULL, PDRectangle.LETTER, 0, Pdfs.NOTHING);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
            return Pdfs.save(pdf);
        }
    }

    private static PageImage only(byte[] pdf) {
        List<PageImage> pages = pages(pdf);
        assertThat(pages).hasSize(1);
        return pages.get(0);
    }

    private static void assertOneBit(PageImage page) {
        assertThat(page.mediaType()).isEqualTo("image/png");
        assertThat(page.width()).isEqualTo(WIDTH);
        assertThat(page.height()).isEqualTo(HEIGHT);
        assertThat(decode(page).getColorModel().getPixelSize()).isEqualTo(1);
    }

    private static void assertRendered(PageImage page) {
        assertThat(page.mediaType()).isEqualTo("image/png");
        assertThat(page.rotation()).isZero();
        assertThat(page.dpi()).hasValue(300);
        assertThat(page.image().get(24 + page.image().position())).as("bit depth").isEqualTo((byte) 8);
        assertThat(page.image().get(25 + page.image().position())).as("grey").isEqualTo((byte) 0);
    }
}
