package io.penstock.train.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** A chart of counts in rows and columns, each cell coloured by its count on a logarithmic scale, so that single ones stand out. */
public final class HeatMap {

    private static final int SIDE = 520;
    private static final Color[] COLOURS = {Color.WHITE, new Color(0xFDE6D2), new Color(0xF2A66B), new Color(0x8FB8CF), new Color(0x7FC4A8)};

    private final HeatMapChart chart;

    /**
     * A chart.
     *
     * @param title   what it shows; may be empty
     * @param x       what the columns are
     * @param y       what the rows are
     * @param columns names of the columns
     * @param rows    names of the rows, the topmost first
     * @param counts  for each row the count in each column
     */
    public HeatMap(String title, String x, String y, List<String> columns, List<String> rows, int[][] counts) {
        chart = new HeatMapChartBuilder().width(SIDE).height(SIDE).title(title).xAxisTitle(x).yAxisTitle(y).build();
        ChartLook.apply(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setRangeColors(COLOURS).setDrawBorder(true).setShowValue(true)
            .setHeatMapDecimalValueFormatter(value -> count(value));
        List<Number[]> cells = new ArrayList<>();
        List<String> upwards = new ArrayList<>();
        for (int row = rows.size() - 1; row >= 0; row--) {
            upwards.add(rows.get(row));
            for (int column = 0; column < columns.size(); column++) {
                cells.add(new Number[] {column, rows.size() - 1 - row, Math.log1p(counts[row][column])});
            }
        }
        chart.addSeries("counts", columns, upwards, cells);
    }

    /** Returns the chart as a picture. */
    public byte[] png() {
        return ChartLook.png(chart);
    }

    private static String count(double logarithm) {
        long count = Math.round(Math.expm1(logarithm));
        return count == 0 ? "" : String.format(Locale.ROOT, "%d", count);
    }
}
