package io.penstock.train.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** A chart of upright bars, one for each category and series. */
public final class BarChart {

    private final CategoryChart chart;
    private final List<String> categories;

    /**
     * An empty chart.
     *
     * @param title      what it shows; may be empty
     * @param x          what the categories are
     * @param y          what the height of a bar is, with its unit
     * @param categories names along the horizontal axis, at least one
     */
    public BarChart(String title, String x, String y, List<String> categories) {
        this.categories = List.copyOf(categories);
        chart = new CategoryChartBuilder().width(ChartLook.WIDTH).height(ChartLook.HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y).build();
        ChartLook.apply(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.8).setLegendVisible(false);
        boolean longNames = categories.stream().mapToInt(String::length).sum() > 70;
        chart.getStyler().setXAxisLabelRotation(longNames ? 45 : 0);
    }

    /** Adds a bar for each category; names differ from each other. */
    public BarChart series(String name, double[] heights) {
        chart.addSeries(name, categories, DoubleStream.of(heights).boxed().toList());
        return this;
    }

    /** Limits the vertical axis. */
    public BarChart vertically(double from, double to) {
        chart.getStyler().setYAxisMin(from).setYAxisMax(to);
        return this;
    }

    /** Returns the chart as a picture. */
    public byte[] png() {
        chart.getStyler().setLegendVisible(chart.getSeriesMap().size() > 1);
        return ChartLook.png(chart);
    }
}
