package dev.lamina.benchmark.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The handwritten digits that Lamina ships.
 *
 * @param training to learn from
 * @param test by other writers
 */
public record Digits(Samples training, Samples test) {

  /** How often each system sees all of the training rows. */
  public static final int EPOCHS = 12;

  /** What each system must have reached on the test rows by then; with luck it is 0.9. */
  public static final double ACCURACY = 0.86;

  private static final String FILE = "/dev/lamina/training/data/named/digits.csv.gz";
  private static final float BLACK = 16;

  /** Whole batches, so that no system meets a last one that is shorter. */
  private static final int TRAINING_ROWS = Net.DIGITS.batchSize() * Net.DIGITS.batchCount();

  /** Reads the file. */
  public static Digits load() {
    try (InputStream file = Digits.class.getResourceAsStream(FILE);
        BufferedReader text =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      return of(text.lines().map(line -> line.split(",", -1)).toList());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Digits of(List<String[]> rows) {
    int pixels = Net.DIGITS.features();
    float[][] features = new float[rows.size()][pixels];
    int[] classes = new int[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      String[] fields = rows.get(row);
      for (int pixel = 0; pixel < pixels; pixel++) {
        features[row][pixel] = Integer.parseInt(fields[pixel]) / BLACK;
      }
      classes[row] = Integer.parseInt(fields[pixels]);
    }
    Samples all = new Samples(features, classes, Net.DIGITS.outputs());
    return new Digits(all.rows(0, TRAINING_ROWS), all.rows(TRAINING_ROWS, all.size()));
  }
}
