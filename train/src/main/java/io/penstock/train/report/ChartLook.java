package io.penstock.train.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How every chart looks: fonts, colours that the colour-blind can tell apart, thin grid; and a picture's way to a PNG. */
final class ChartLook {

    static final int WIDTH = 560;
    static final int HEIGHT = 380;

    /** Okabe and Ito's colours, the pale yellow left out, black last. */
    private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7),
        new Color(0x56B4E9), new Color(0xE69F00), new Color(0x5B4B8A), new Color(0x7A7A7A), new Color(0x8C510A), new Color(0x222222)};
    private static final Color INK = new Color(0x1D2329);
    private static final Color GRID = new Color(0xE4E7EA);

    private ChartLook() {
    }

    static <S extends AxesChartStyler> S apply(S styler) {
        styler.setChartBackgroundColor(Color.WHITE).setChartTitleBoxVisible(false).setChartFontColor(INK).setSeriesColors(COLOURS)
            .setLegendBorderColor(GRID).setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        styler.setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1));
        styler.setBaseFont(font(Font.PLAIN, 11)).setChartTitleFont(font(Font.BOLD, 13)).setLegendFont(font(Font.PLAIN, 11));
        styler.setAxisTitleFont(font(Font.PLAIN, 11)).setAxisTickLabelsFont(font(Font.PLAIN, 10));
        styler.setXAxisTickMarkSpacingHint(70).setYAxisTickMarkSpacingHint(45);
        styler.setAxisTickLabelsColor(INK).setAxisTickMarksColor(GRID);
        styler.setLocale(Locale.ROOT);
        return styler;
    }

    static Color colour(int number) {
        return COLOURS[number % COLOURS.length];
    }

    static byte[] png(Chart<?, ?> chart) {
        return png(BitmapEncoder.getBufferedImage(chart));
    }

    static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be written to memory", e);
        }
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
