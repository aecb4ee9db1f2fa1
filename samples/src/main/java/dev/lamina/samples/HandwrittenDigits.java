package dev.lamina.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lamina.training.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * 1,797 handwritten digits of 8 x 8 pixels, from the UCI Machine Learning Repository.
 *
 * @param pixels {@code [1797][64]}, from 0 (white) to 1 (black), row by row
 * @param digits {@code [1797]}, from 0 to 9
 */
record HandwrittenDigits(double[][] pixels, int[] digits) {

  private static final int PIXELS = 64;
  private static final double BLACK = 16;

  /** Reads the file that is shipped with the samples. */
  static HandwrittenDigits load() {
    try (InputStream file = HandwrittenDigits.class.getResourceAsStream("digits.csv.gz");
        Reader text = new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      return of(csv.stream().map(CsvRecord::getFields).toList());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Every digit as pixels and class. */
  Dataset dataset() {
    return Dataset.of(pixels, digits);
  }

  private static HandwrittenDigits of(List<List<String>> rows) {
    double[][] pixels = new double[rows.size()][PIXELS];
    int[] digits = new int[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      List<String> fields = rows.get(row);
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        pixels[row][pixel] = Integer.parseInt(fields.get(pixel)) / BLACK;
      }
      digits[row] = Integer.parseInt(fields.get(PIXELS));
    }
    return new HandwrittenDigits(pixels, digits);
  }
}
