package dev.lamina.training.listener;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryChartTest {

  private static final int BLUE = 0x2563eb;
  private static final int ORANGE = 0xd97706;

  @TempDir private Path folder;

  @Test
  void lossAndMetricHaveAPanelEach() throws IOException {
    BufferedImage picture = saved(HistoryChart.of(history(50, 0.01)));

    assertThat(picture.getWidth()).isEqualTo(1000);
    assertThat(picture.getHeight()).isEqualTo(2 * 360);
    for (int panel = 0; panel < 2; panel++) {
      assertThat(pixels(picture, panel * 360, BLUE)).isGreaterThan(300);
      assertThat(pixels(picture, panel * 360, ORANGE)).isGreaterThan(300);
    }
  }

  @Test
  void aLearningRateThatChangesHasAPanelToo() throws IOException {
    History history = history(2, 0.01).and(epoch(3, 0.001, 0.5));

    BufferedImage picture = saved(HistoryChart.of(history).size(400, 200));

    assertThat(picture.getWidth()).isEqualTo(400);
    assertThat(picture.getHeight()).isEqualTo(3 * 200);
  }

  @Test
  void numbersThatAreNotFiniteAreGaps() throws IOException {
    History history =
        history(3, 0.01)
            .and(epoch(4, 0.01, Double.NaN))
            .and(epoch(5, 0.01, Double.POSITIVE_INFINITY))
            .and(epoch(6, 0.01, 0.5));

    BufferedImage picture = saved(HistoryChart.of(history));

    assertThat(pixels(picture, 0, BLUE)).isGreaterThan(100);
  }

  @Test
  void oneEpochIsAPoint() throws IOException {
    BufferedImage picture = saved(HistoryChart.of(history(1, 0.01)));

    assertThat(pixels(picture, 0, BLUE)).isGreaterThan(20);
  }

  @Test
  void curvesWithoutAnyFiniteNumberAreLeftOut() throws IOException {
    History history = History.empty().and(epoch(1, 0.01, Double.NaN));

    BufferedImage picture = saved(HistoryChart.of(history));

    assertThat(picture.getHeight()).isEqualTo(2 * 360);
  }

  @Test
  void aHistoryWithoutEpochsIsRefused() {
    String message = messageOf(() -> HistoryChart.of(History.empty()));

    assertThat(message)
        .isEqualTo(
            """
            `HistoryChart.of(history)` is not valid: 1 problem.
              1. `history` must be of one epoch at least but is "0 epochs".
                 Fix: let training complete an epoch.""");
  }

  @Test
  void aFolderThatIsMissingIsRefused() {
    HistoryChart chart = HistoryChart.of(history(2, 0.01));

    String message =
        messageOf(OutputFileException.class, () -> chart.save(folder.resolve("none/curves.png")));

    assertThat(message.replace(folder.toString(), "FOLDER"))
        .isEqualTo(
            """
            File `FOLDER/none/curves.png` cannot be written: there is no folder `FOLDER/none`.
            Fix: create it, or choose another.""");
  }

  private BufferedImage saved(HistoryChart chart) throws IOException {
    Path file = folder.resolve("curves.png");
    chart.save(file);
    assertThat(Files.size(file)).isPositive();
    return ImageIO.read(file.toFile());
  }

  /** How many pixels of this colour a panel has, which starts so far from the top. */
  private static long pixels(BufferedImage picture, int top, int rgb) {
    return IntStream.range(top, top + 360)
        .mapToLong(y -> IntStream.range(0, 1000).filter(x -> rgb(picture, x, y) == rgb).count())
        .sum();
  }

  private static int rgb(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xffffff;
  }

  private static History history(int epochs, double rate) {
    List<Epoch> all =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(number -> epoch(number, rate, Math.exp(-number / 20.0)))
            .toList();
    return new History(all);
  }

  private static Epoch epoch(int number, double rate, double loss) {
    Map<Monitor, Double> values = new LinkedHashMap<>();
    values.put(training(loss()), loss);
    values.put(training(accuracy()), 1 - loss);
    values.put(validation(loss()), loss + 0.1);
    values.put(validation(accuracy()), 0.9 - loss);
    return new Epoch(number, values, rate, 0.1);
  }
}
