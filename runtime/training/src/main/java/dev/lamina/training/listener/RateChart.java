package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.tool.RateCurve;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The loss at learning rates that grow, as a picture: of each mini-batch, and smoothed; a mark
 * shows the suggestion.
 *
 * <pre>{@code
 * RateCurve curve = LearningRateFinder.learningRateFinder().find(network, plan, data);
 * RateChart.of(curve).save(Path.of("rates.png"));
 * }</pre>
 *
 * <p>No display is needed; the operating system must have a font. What is far above the loss of the
 * start is left out.
 *
 * @param curve what was found
 * @param width of the picture in pixels, at least 200; 1000 by default
 * @param height of the picture in pixels, at least 100; 500 by default
 */
public record RateChart(RateCurve curve, int width, int height) {

  private static final int DEFAULT_WIDTH = 1000;
  private static final int DEFAULT_HEIGHT = 500;

  /** Checks the numbers. */
  public RateChart {
    new Requirement(new Code("RateChart.of(curve)"))
        .present("curve", curve)
        .that(
            curve != null && !curve.points().isEmpty(),
            "curve",
            "of one mini-batch at least",
            "of none",
            "start at a smaller rate")
        .atLeast(200, "width", width, "give the width in pixels, such as 1000")
        .atLeast(100, "height", height, "give the height in pixels, such as 500");
  }

  /** The picture of this curve, which must have a point. */
  public static RateChart of(RateCurve curve) {
    return new RateChart(curve, DEFAULT_WIDTH, DEFAULT_HEIGHT);
  }

  /** The same picture in another size, in pixels. */
  public RateChart size(int pixelsWide, int pixelsHigh) {
    return new RateChart(curve, pixelsWide, pixelsHigh);
  }

  /**
   * Writes the picture to a PNG file, in place of one that is there.
   *
   * @throws OutputFileException if the file cannot be written
   */
  public void save(Path file) {
    Requirement.of("save", file).present("file", file);
    OutputFile.requirePlaceFor(file);
    try {
      OutputFile.replace(file, HistoryChart.png(picture()));
    } catch (IOException exception) {
      throw OutputFileException.of(file, exception);
    }
  }

  private BufferedImage picture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      panel().paint(graphics, width, height);
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private ChartPanel panel() {
    OptionalDouble suggestion = curve.suggestion();
    String title =
        suggestion.isPresent()
            ? String.format(Locale.ROOT, "loss, suggested rate %.2e", suggestion.getAsDouble())
            : "loss, which falls nowhere";
    ChartPanel panel = ChartPanel.byRate(title);
    double[] rates = each(RateCurve.Point::rate);
    double top = top();
    panel.add("mini-batch", rates, each(point -> cut(point.loss(), top)));
    panel.add("smoothed", rates, each(point -> cut(point.smoothed(), top)));
    suggestion.ifPresent(
        rate -> panel.add("suggestion", new double[] {rate}, new double[] {smoothedNear(rate)}));
    return panel;
  }

  /** Half as high again as the smoothed loss before it diverges, so that the slope is seen. */
  private double top() {
    double[] smoothed = each(RateCurve.Point::smoothed);
    int lowest =
        IntStream.range(0, smoothed.length)
            .reduce(0, (best, index) -> smoothed[index] < smoothed[best] ? index : best);
    double highest = Arrays.stream(smoothed, 0, lowest + 1).max().orElseThrow();
    return highest + Math.abs(highest) / 2;
  }

  private static double cut(double loss, double top) {
    return loss > top ? Double.NaN : loss;
  }

  /** The smoothed loss at the next rate of the curve. */
  private double smoothedNear(double rate) {
    return curve.points().stream()
        .min(Comparator.comparingDouble(point -> Math.abs(Math.log(point.rate() / rate))))
        .orElseThrow()
        .smoothed();
  }

  private double[] each(ToDoubleFunction<RateCurve.Point> figure) {
    return curve.points().stream().mapToDouble(figure).toArray();
  }
}
