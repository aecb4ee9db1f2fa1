package dev.lamina.training.listener;

import dev.lamina.training.listener.report.Figures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves of one metric, by epoch or by learning rate. */
final class ChartPanel {

  private static final Color INK = new Color(0x33, 0x3a, 0x45);
  private static final Color GRID = new Color(0xe3, 0xe6, 0xea);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  /** Blue and orange, which who sees no red or no green tells apart too. */
  private static final List<Color> COLORS =
      List.of(new Color(0x25, 0x63, 0xeb), new Color(0xd9, 0x77, 0x06));

  /** The library labels every so many of evenly spaced places, close together, from here on. */
  private static final int MOST_LABELS = 12;

  private final XYChart chart;

  /** By epoch. */
  ChartPanel(String title) {
    this(title, "epoch");
  }

  private ChartPanel(String title, String across) {
    this.chart = new XYChartBuilder().title(title.replace('_', ' ')).xAxisTitle(across).build();
    decorate(chart.getStyler());
  }

  /** By learning rate, each power of ten as wide as the next. */
  static ChartPanel byRate(String title) {
    ChartPanel panel = new ChartPanel(title, "learning rate");
    panel.chart.getStyler().setXAxisLogarithmic(true);
    return panel;
  }

  /** Adds a curve, the first value of which is that of epoch 1. */
  void add(String name, double[] values) {
    if (values.length > MOST_LABELS) {
      // An end that is no epoch makes the places uneven, and the labels round numbers.
      chart.getStyler().setXAxisMin(0.5);
    }
    add(name, IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
  }

  /** Adds a curve, with the place of each value across. */
  void add(String name, double[] places, double[] values) {
    double[] shown =
        DoubleStream.of(values).map(each -> Double.isFinite(each) ? each : Double.NaN).toArray();
    if (DoubleStream.of(shown).allMatch(Double::isNaN)) {
      return;
    }
    Color color = COLORS.get(chart.getSeriesCollection().size() % COLORS.size());
    XYSeries series = chart.addSeries(name, places, shown);
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setLineStyle(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    series.setMarker(marker(values.length));
  }

  void paint(Graphics2D graphics, int width, int height) {
    chart.paint(graphics, width, height);
  }

  /** One epoch is no line. */
  private static Marker marker(int epochs) {
    return epochs < 2 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE;
  }

  private static void decorate(XYStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartFontColor(INK);
    styler.setChartTitleFont(TEXT.deriveFont(Font.BOLD, 17f));
    styler.setChartPadding(16);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setAxisTickLabelsFont(TEXT);
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTickMarksColor(GRID);
    styler.setAxisTitleFont(TEXT);
    styler.setYAxisTickLabelsFormattingFunction(Figures::of);
    styler.setLegendFont(TEXT);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideE);
  }
}
