package dev.lamina.training.data.table;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.encoding.ColumnEncoding;
import dev.lamina.training.data.encoding.TableEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes data of records.
 *
 * @param columns the columns that become features
 * @param targets what is predicted
 */
record RecordEncoder(List<TableColumn> columns, Targets targets) {

  /** These records as data. */
  Dataset rows(int[] numbers, TableEncoding encoding) {
    int width = encoding.width();
    List<double[]> features = new ArrayList<>();
    for (int row : numbers) {
      features.add(features(row, encoding, width));
    }
    double[] values = IntStream.of(numbers).mapToDouble(row -> targets.values()[row]).toArray();
    Preprocessing preprocessing = Preprocessing.none().encoding(encoding).labels(targets.labels());
    return new EncodedRows(List.copyOf(features), values, preprocessing);
  }

  private double[] features(int row, TableEncoding encoding, int width) {
    double[] features = new double[width];
    int at = 0;
    for (int index = 0; index < columns.size(); index++) {
      TableColumn column = columns.get(index);
      ColumnEncoding each = encoding.columns().get(index);
      encoding
          .encode(each, column.cell(row), features, at)
          .ifPresent(
              fault -> {
                throw column.fault(row, fault.finding(), fault.fix());
              });
      at += each.width();
    }
    return features;
  }
}
