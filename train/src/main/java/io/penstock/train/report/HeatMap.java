package io.penstock.train.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** A chart of counts in rows and columns: each cell shows its count, shaded on a logarithmic scale so that single ones stand out. */
public final class HeatMap {

    private static final int CELL = 46;
    private static final int MARGIN = 46;
    private static final int LEGEND = 34;
    private static final Color DIAGONAL = new Color(0x009E73);
    private static final Color OTHER = new Color(0xD55E00);
    private static final Color INK = new Color(0x1D2329);
    private static final Color GRID = new Color(0xE4E7EA);

    private final String x;
    private final String y;
    private final List<String> columns;
    private final List<String> rows;
    private final int[][] counts;

    /**
     * A chart.
     *
     * @param x       what the columns are
     * @param y       what the rows are
     * @param columns names of the columns
     * @param rows    names of the rows, the topmost first; where a row has the name of a column, their cell has a colour of its own
     * @param counts  for each row the count in each column
     */
    public HeatMap(String x, String y, List<String> columns, List<String> rows, int[][] counts) {
        this.x = x;
        this.y = y;
        this.columns = columns;
        this.rows = rows;
        this.counts = counts;
    }

    /** Returns the chart as a picture. */
    public byte[] png() {
        int wide = MARGIN + columns.size() * CELL + LEGEND / 2;
        int high = MARGIN + rows.size() * CELL + LEGEND;
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, wide, high);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        double largest = 1;
        for (int[] row : counts) {
            for (int count : row) {
                largest = Math.max(largest, count);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                cell(graphics, row, column, Math.log1p(counts[row][column]) / Math.log1p(largest));
            }
        }
        names(graphics);
        graphics.dispose();
        return ChartLook.png(image);
    }

    private void cell(Graphics2D graphics, int row, int column, double share) {
        int left = MARGIN + column * CELL;
        int top = LEGEND + row * CELL;
        Color colour = rows.get(row).equals(columns.get(column)) ? DIAGONAL : OTHER;
        int alpha = counts[row][column] == 0 ? 0 : (int) (40 + 150 * share);
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
        graphics.fillRect(left, top, CELL, CELL);
        graphics.setColor(GRID);
        graphics.drawRect(left, top, CELL, CELL);
        if (counts[row][column] > 0) {
            graphics.setColor(INK);
            centred(graphics, Integer.toString(counts[row][column]), left + CELL / 2, top + CELL / 2);
        }
    }

    private void names(Graphics2D graphics) {
        graphics.setColor(INK);
        graphics.setFont(ChartLook.font(Font.BOLD, 12));
        for (int column = 0; column < columns.size(); column++) {
            centred(graphics, columns.get(column), MARGIN + column * CELL + CELL / 2, LEGEND - 10);
        }
        for (int row = 0; row < rows.size(); row++) {
            centred(graphics, rows.get(row), MARGIN - 14, LEGEND + row * CELL + CELL / 2);
        }
        graphics.setFont(ChartLook.font(Font.PLAIN, 11));
        centred(graphics, x, MARGIN + columns.size() * CELL / 2, LEGEND + rows.size() * CELL + MARGIN / 3);
        graphics.rotate(-Math.PI / 2);
        centred(graphics, y, -LEGEND - rows.size() * CELL / 2, MARGIN / 4);
    }

    private static void centred(Graphics2D graphics, String text, int x, int y) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(text, x - metrics.stringWidth(text) / 2, y + metrics.getAscent() / 2 - 1);
    }
}
