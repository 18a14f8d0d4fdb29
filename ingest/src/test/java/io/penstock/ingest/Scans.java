package io.penstock.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.Extraction;
import io.penstock.ingest.page.Extraction.Pages;
import io.penstock.ingest.page.Extraction.Refused;
import io.penstock.ingest.page.ExtractionSettings;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures and documents that the tests make for themselves, and what they look at in the answers. */
final class Scans {

    static final int WIDTH = 850;
    static final int HEIGHT = 1100;

    private Scans() {
    }

    /** A white letter page at 100 dpi with one black block in its upper left quarter: which way up it is can be seen. */
    static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(WIDTH / 10, HEIGHT / 10, WIDTH / 4, HEIGHT / 4);
        graphics.dispose();
        return image;
    }

    static BufferedImage turned(BufferedImage image, int degrees) {
        int quarters = degrees / 90;
        boolean sideways = quarters % 2 == 1;
        AffineTransform turn = new AffineTransform();
        turn.translate((sideways ? image.getHeight() : image.getWidth()) / 2.0, (sideways ? image.getWidth() : image.getHeight()) / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        BufferedImage target = new BufferedImage(sideways ? image.getHeight() : image.getWidth(),
            sideways ? image.getWidth() : image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.getGraphics().drawImage(image, 0, 0, null);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(grey, target);
    }

    static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, out)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(PageImage page) {
        byte[] bytes = new byte[page.image().remaining()];
        page.image().duplicate().get(bytes);
        return bytes;
    }

    static BufferedImage decode(PageImage page) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page, turned as it asks, must look like {@link #picture}: black only in the upper left quarter. */
    static void assertUpright(PageImage page) {
        BufferedImage image = decode(page);
        assertThat(image.getWidth()).isEqualTo(page.width());
        assertThat(image.getHeight()).isEqualTo(page.height());
        BufferedImage shown = turned(image, page.rotation());
        assertThat(shown.getHeight()).as("portrait").isGreaterThan(shown.getWidth());
        assertThat(darkness(shown, 0.2, 0.2)).as("upper left").isGreaterThan(200);
        assertThat(darkness(shown, 0.8, 0.2)).as("upper right").isLessThan(50);
        assertThat(darkness(shown, 0.2, 0.8)).as("lower left").isLessThan(50);
        assertThat(darkness(shown, 0.8, 0.8)).as("lower right").isLessThan(50);
    }

    private static int darkness(BufferedImage image, double x, double y) {
        return 255 - (image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & 0xFF);
    }

    static ExtractionSettings settings(int maxPages, long maxPagePixels, Duration time) {
        ExtractionSettings defaults = ExtractionSettings.defaults();
        return new ExtractionSettings(defaults.dpi(), defaults.minDpi(), defaults.maxBytes(), maxPages, maxPagePixels,
            defaults.maxPageBytes(), defaults.maxDocumentPixels(), defaults.maxDocumentBytes(), time);
    }

    static Extraction extract(byte[] document) {
        return extract(document, ExtractionSettings.defaults());
    }

    static Extraction extract(byte[] document, ExtractionSettings settings) {
        try {
            return new PageExtractor(settings).extract(document);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<PageImage> pages(byte[] document) {
        return pages(extract(document));
    }

    static List<PageImage> pages(Extraction extraction) {
        assertThat(extraction).isInstanceOf(Pages.class);
        return ((Pages) extraction).pages();
    }

    static void assertRefused(Extraction extraction, IngestError code, String... says) {
        assertThat(extraction).isInstanceOf(Refused.class);
        Refused refused = (Refused) extraction;
        assertThat(refused.code()).as(refused.message()).isEqualTo(code);
        assertThat(refused.message()).contains(code.advice());
        for (String part : says) {
            assertThat(refused.message()).contains(part);
        }
    }
}
