package io.penstock.app.draw;

import io.penstock.schema.Box;
import io.penstock.schema.FormMatch;
import io.penstock.schema.Glyph;
import io.penstock.schema.Page;
import io.penstock.schema.SegmentedField;
import io.penstock.schema.SegmentedPage;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Line;
import io.penstock.segment.image.PageImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A page with what was found on it: the form's printed lines where registration puts them (blue), fields (green), glyphs (orange,
 * blank boxes grey), ink that is neither print nor part of a glyph (magenta), and what was read, with its confidence.
 */
public final class FormOverlay {

    private static final Color PRINT = new Color(0x2060d0);
    private static final Color FIELD = new Color(0x108040);
    private static final Color GLYPH = new Color(0xe07000);
    private static final Color UNEXPLAINED = new Color(0xe000c0);
    private static final Color BLANK = new Color(0xa0a0a0);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 24);

    private FormOverlay() {
    }

    /**
     * Draws one page.
     *
     * @param forms    definitions, of which those that were found are drawn
     * @param readings what was read, by place of the field among those of the page, from 0
     * @throws IOException where the page's image can't be decoded
     */
    public static BufferedImage draw(Page page, SegmentedPage found, List<FormDefinition> forms, Map<Integer, String> readings)
        throws IOException {
        byte[] encoded = new byte[page.getImage().remaining()];
        page.getImage().duplicate().get(encoded);
        try (PageImage image = PageImage.decode(encoded, page.getRotation())
            .orElseThrow(() -> new IOException("the image of page " + page.getNumber() + " cannot be decoded"))) {
            BufferedImage gray = ImageIO.read(new ByteArrayInputStream(image.thumbnail(PageImage.MAX_LONG_SIDE)));
            BufferedImage drawn = new BufferedImage(gray.getWidth(), gray.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = drawn.createGraphics();
            graphics.drawImage(gray, 0, 0, null);
            found.getFields().stream().flatMap(field -> field.getUnexplained().stream())
                .forEach(ink -> recolour(drawn, gray, ink.getBox(), image.reduction()));
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.scale(1.0 / image.reduction(), 1.0 / image.reduction());
            graphics.setStroke(new BasicStroke(2f * image.reduction()));
            graphics.setFont(LABEL.deriveFont((float) LABEL.getSize() * image.reduction()));
            Stream.concat(Stream.ofNullable(found.getMatch()), found.getFurther().stream()).forEach(match -> forms.stream()
                .filter(form -> form.name().equals(match.getForm())).forEach(form -> drawPrint(graphics, form, match)));
            for (int i = 0; i < found.getFields().size(); i++) {
                drawField(graphics, found.getFields().get(i), readings.getOrDefault(i, ""));
            }
            graphics.dispose();
            return drawn;
        }
    }

    /** Draws what is dark in a box of the page in the colour of ink that nothing explains. */
    private static void recolour(BufferedImage drawn, BufferedImage gray, Box box, int reduction) {
        Rectangle place = new Rectangle(box.getX() / reduction, box.getY() / reduction, box.getWidth() / reduction + 1,
            box.getHeight() / reduction + 1).intersection(new Rectangle(gray.getWidth(), gray.getHeight()));
        if (place.isEmpty()) {
            return;
        }
        int[] levels = gray.getRaster().getSamples(place.x, place.y, place.width, place.height, 0, (int[]) null);
        IntSummaryStatistics range = Arrays.stream(levels).summaryStatistics();
        for (int i = 0; i < levels.length; i++) {
            if (2 * levels[i] <= range.getMin() + range.getMax()) {
                drawn.setRGB(place.x + i % place.width, place.y + i / place.width, UNEXPLAINED.getRGB());
            }
        }
    }

    private static void drawPrint(Graphics2D graphics, FormDefinition form, FormMatch match) {
        graphics.setColor(PRINT);
        for (Line line : form.rigidLines()) {
            Point2D from = line.horizontal() ? onPage(match, line.from(), line.at()) : onPage(match, line.at(), line.from());
            Point2D to = line.horizontal() ? onPage(match, line.to(), line.at()) : onPage(match, line.at(), line.to());
            graphics.draw(new Line2D.Double(from, to));
        }
        Point2D title = onPage(match, 0, 0);
        graphics.drawString(String.format(Locale.ROOT, "%s %s, residual %.2f mm, support %.2f", match.getForm(), match.getVersion(),
            match.getResidual(), match.getSupport()), (float) title.getX() + 20, (float) title.getY() + graphics.getFont().getSize() + 10);
    }

    private static void drawField(Graphics2D graphics, SegmentedField field, String reading) {
        for (Glyph glyph : field.getGlyphs()) {
            graphics.setColor(glyph.getBlank() ? BLANK : GLYPH);
            graphics.draw(rectangle(glyph.getBox()));
        }
        graphics.setColor(FIELD);
        graphics.draw(rectangle(field.getBox()));
        graphics.drawString((field.getName() + " " + reading + " " + String.join(" ", field.getReasons())).strip(), field.getBox().getX(),
            field.getBox().getY() - 6);
    }

    private static Rectangle2D rectangle(Box box) {
        return new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    private static Point2D onPage(FormMatch match, double x, double y) {
        List<Double> h = match.getTransform();
        double w = h.get(6) * x + h.get(7) * y + h.get(8);
        return new Point2D.Double((h.get(0) * x + h.get(1) * y + h.get(2)) / w, (h.get(3) * x + h.get(4) * y + h.get(5)) / w);
    }
}
