package io.penstock.train.report;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of lines, steps or points over two axes. */
public final class LineChart {

    private final XYChart chart;
    private int series;

    /**
     * An empty chart.
     *
     * @param title what it shows; may be empty
     * @param x     what stands along the horizontal axis, with its unit
     * @param y     what stands along the vertical axis, with its unit
     */
    public LineChart(String title, String x, String y) {
        chart = new XYChartBuilder().width(ChartLook.WIDTH).height(ChartLook.HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y).build();
        ChartLook.apply(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
    }

    /** Adds a line through points; names differ from each other. */
    public LineChart line(String name, double[] x, double[] y) {
        add(name, x, y, XYSeriesRenderStyle.Line).setMarker(x.length > 40 ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
        return this;
    }

    /** Adds a line that goes along the horizontal axis first, then up or down: what holds from one point until the next. */
    public LineChart step(String name, double[] x, double[] y) {
        add(name, x, y, XYSeriesRenderStyle.Step).setMarker(SeriesMarkers.NONE);
        return this;
    }

    /** Adds points without a line. */
    public LineChart points(String name, double[] x, double[] y) {
        add(name, x, y, XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.CIRCLE);
        return this;
    }

    /** Adds a thin grey broken line that others are compared with, such as a diagonal. */
    public LineChart reference(String name, double[] x, double[] y) {
        XYSeries line = add(name, x, y, XYSeriesRenderStyle.Line);
        series--;
        line.setMarker(SeriesMarkers.NONE).setLineColor(Color.GRAY)
            .setLineStyle(new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0));
        return this;
    }

    /** Limits the horizontal axis. */
    public LineChart horizontally(double from, double to) {
        chart.getStyler().setXAxisMin(from).setXAxisMax(to);
        return this;
    }

    /** Limits the vertical axis. */
    public LineChart vertically(double from, double to) {
        chart.getStyler().setYAxisMin(from).setYAxisMax(to);
        return this;
    }

    /** Makes the vertical axis logarithmic; values must be above 0. */
    public LineChart logarithmically() {
        chart.getStyler().setYAxisLogarithmic(true);
        return this;
    }

    /** Makes the horizontal axis logarithmic; values must be above 0. */
    public LineChart logarithmicallyAcross() {
        chart.getStyler().setXAxisLogarithmic(true);
        return this;
    }

    /** Returns the chart as a picture. */
    public byte[] png() {
        chart.getStyler().setLegendVisible(chart.getSeriesMap().size() > 1);
        return ChartLook.png(chart);
    }

    private XYSeries add(String name, double[] x, double[] y, XYSeriesRenderStyle style) {
        XYSeries added = chart.addSeries(name, x, y);
        added.setXYSeriesRenderStyle(style);
        added.setMarkerColor(ChartLook.colour(series)).setLineColor(ChartLook.colour(series))
            .setLineStyle(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        series++;
        return added;
    }
}
