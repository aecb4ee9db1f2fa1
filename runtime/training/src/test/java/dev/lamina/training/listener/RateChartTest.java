package dev.lamina.training.listener;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.tool.RateCurve;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateChartTest {

  private static final int BLUE = 0x2563eb;
  private static final int ORANGE = 0xd97706;

  @TempDir private Path folder;

  @Test
  void bothCurvesAndTheSuggestionAreDrawn() throws IOException {
    Path file = folder.resolve("rates.png");

    RateChart.of(curve(60)).size(800, 400).save(file);

    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(800);
    assertThat(picture.getHeight()).isEqualTo(400);
    assertThat(pixels(picture, BLUE)).isGreaterThan(300);
    assertThat(pixels(picture, ORANGE)).isGreaterThan(300);
  }

  @Test
  void aCurveWithoutASuggestionIsDrawnToo() throws IOException {
    Path file = folder.resolve("rates.png");

    RateChart.of(curve(5)).save(file);

    assertThat(pixels(ImageIO.read(file.toFile()), ORANGE)).isGreaterThan(100);
  }

  @Test
  void aCurveWithoutPointsIsRefused() {
    String message = messageOf(() -> RateChart.of(new RateCurve(List.of(), true)));

    assertThat(message)
        .isEqualTo(
            """
            `RateChart.of(curve)` is not valid: 1 problem.
              1. `curve` must be of one mini-batch at least but is "of none".
                 Fix: start at a smaller rate.""");
  }

  private static RateCurve curve(int points) {
    return new RateCurve(
        IntStream.range(0, points)
            .mapToObj(
                i -> {
                  double rate = Math.pow(10, i / 10.0 - 6);
                  double smoothed = 2 / (1 + Math.pow(rate / 1e-3, 2));
                  return new RateCurve.Point(rate, smoothed + (i % 2 == 0 ? 0.2 : -0.2), smoothed);
                })
            .toList(),
        false);
  }

  private static long pixels(BufferedImage picture, int color) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight())
        .filter(
            i ->
                (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xffffff)
                    == color)
        .count();
  }
}
