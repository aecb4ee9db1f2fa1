package dev.lamina.training.data.named;

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

/** Tables of numbers in the jar, a sample a line, its class last. */
final class ShippedTable {

  private ShippedTable() {}

  /**
   * Reads one.
   *
   * @param name its name beside this class
   * @param skipped how many lines come before the first sample
   * @param divisor what features are divided by
   */
  static Dataset read(String name, int skipped, double divisor) {
    try (InputStream file = ShippedTable.class.getResourceAsStream(name);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
        Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      return dataset(csv.stream().skip(skipped).map(CsvRecord::getFields).toList(), divisor);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Dataset dataset(List<List<String>> rows, double divisor) {
    int width = rows.get(0).size() - 1;
    double[][] features = new double[rows.size()][width];
    int[] classes = new int[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      List<String> fields = rows.get(row);
      for (int column = 0; column < width; column++) {
        features[row][column] = Double.parseDouble(fields.get(column)) / divisor;
      }
      classes[row] = Integer.parseInt(fields.get(width));
    }
    return Dataset.of(features, classes);
  }
}
