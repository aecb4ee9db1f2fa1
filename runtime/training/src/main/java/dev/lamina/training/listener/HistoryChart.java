package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The curves of a training as a picture: one below the other, the loss, each metric, and the
 * learning rate where it changed, by epoch; training and validation data in one panel.
 *
 * <pre>{@code
 * HistoryChart.of(result.history()).save(Path.of("curves.png"));
 * }</pre>
 *
 * <p>No display is needed; the operating system must have a font. Numbers that are not finite are
 * gaps.
 *
 * @param history what was measured
 * @param width of the picture in pixels, at least 200; 1000 by default
 * @param panelHeight of each panel in pixels, at least 100; 360 by default
 */
public record HistoryChart(History history, int width, int panelHeight) {

  private static final int DEFAULT_WIDTH = 1000;
  private static final int DEFAULT_HEIGHT = 360;

  /** Checks the numbers. */
  public HistoryChart {
    new Requirement(new Code("HistoryChart.of(history)"))
        .present("history", history)
        .that(
            history != null && history.size() > 0,
            "history",
            "of one epoch at least",
            history == null ? null : history.size() + " epochs",
            "let training complete an epoch")
        .atLeast(200, "width", width, "give the width in pixels, such as 1000")
        .atLeast(100, "panelHeight", panelHeight, "give the height in pixels, such as 360");
  }

  /** The curves of this history, which must have an epoch. */
  public static HistoryChart of(History history) {
    return new HistoryChart(history, DEFAULT_WIDTH, DEFAULT_HEIGHT);
  }

  /** The same curves in another size: that of one panel, in pixels. */
  public HistoryChart size(int pixelsWide, int pixelsHigh) {
    return new HistoryChart(history, pixelsWide, pixelsHigh);
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
      OutputFile.replace(file, png(picture()));
    } catch (IOException exception) {
      throw OutputFileException.of(file, exception);
    }
  }

  /** The content of a file of this picture. */
  static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not by the OutputStream alone, for which ImageIO writes a temporary file.
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", stream);
    }
    return bytes.toByteArray();
  }

  private BufferedImage picture() {
    List<ChartPanel> panels = panels();
    BufferedImage picture =
        new BufferedImage(width, panels.size() * panelHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      for (ChartPanel panel : panels) {
        panel.paint(graphics, width, panelHeight);
        graphics.translate(0, panelHeight);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private List<ChartPanel> panels() {
    List<ChartPanel> panels = new ArrayList<>();
    List<Monitor> monitors = List.copyOf(history.epochs().get(0).values().keySet());
    for (Metric metric : monitors.stream().map(Monitor::metric).distinct().toList()) {
      ChartPanel panel = new ChartPanel(metric.name());
      monitors.stream()
          .filter(monitor -> monitor.metric().equals(metric))
          .forEach(monitor -> panel.add(monitor.part().word(), history.values(monitor)));
      panels.add(panel);
    }
    double[] rates = history.epochs().stream().mapToDouble(Epoch::learningRate).toArray();
    if (DoubleStream.of(rates).distinct().count() > 1) {
      ChartPanel panel = new ChartPanel("learning rate");
      panel.add("training", rates);
      panels.add(panel);
    }
    return panels;
  }
}
