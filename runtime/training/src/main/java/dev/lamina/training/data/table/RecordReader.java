package dev.lamina.training.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.encoding.ColumnEncoding;
import dev.lamina.training.data.encoding.TableEncoding;
import dev.lamina.training.data.file.DataFile;
import dev.lamina.training.data.file.DataFileException;
import java.util.Arrays;
import java.util.List;

/** Encodes records of a file one by one, as others were before. */
final class RecordReader {

  private final DataFile file;
  private final TableEncoding encoding;
  private final Preprocessing preprocessing;
  private final int[] places;
  private final String target;
  private final int targetPlace;

  private RecordReader(
      DataFile file, Preprocessing preprocessing, int[] places, String target, int targetPlace) {
    this.file = file;
    this.encoding = preprocessing.encoding().orElseThrow();
    this.preprocessing = preprocessing;
    this.places = places;
    this.target = target;
    this.targetPlace = targetPlace;
  }

  /** Finds the columns that the encoding names, and the target, among those of the file. */
  static RecordReader of(
      DataFile file, List<String> columns, String target, Preprocessing preprocessing) {
    int[] places =
        preprocessing.encoding().orElseThrow().columns().stream()
            .mapToInt(column -> place(file, columns, column.column()))
            .toArray();
    return new RecordReader(file, preprocessing, places, target, place(file, columns, target));
  }

  /** Writes the features, normalized, and the target of a record. */
  void read(CsvRecord record, double[] features, double[] targets) {
    Arrays.fill(features, 0);
    int at = 0;
    for (int index = 0; index < places.length; index++) {
      ColumnEncoding column = encoding.columns().get(index);
      encoding
          .encode(column, record.getField(places[index]), features, at)
          .ifPresent(
              fault -> {
                throw fault(record, column.column(), fault.finding(), fault.fix());
              });
      at += column.width();
    }
    preprocessing.normalization().ifPresent(each -> each.apply(features, 0));
    targets[0] =
        preprocessing.labels().isEmpty()
            ? number(record)
            : classIndex(record, preprocessing.labels());
  }

  private double number(CsvRecord record) {
    String cell = record.getField(targetPlace);
    return encoding
        .cells()
        .number(cell)
        .orElseThrow(
            () ->
                fault(
                    record,
                    target,
                    "must hold a number but holds " + Code.literal(cell) + ".",
                    "write it in digits with a decimal point, such as `12.5`."));
  }

  private double classIndex(CsvRecord record, List<String> labels) {
    String cell = record.getField(targetPlace).strip();
    int index = labels.indexOf(cell);
    if (index < 0) {
      throw fault(
          record,
          target,
          "must hold a known class but holds " + Code.literal(cell) + ".",
          "correct it; " + NearNames.advice(cell, labels));
    }
    return index;
  }

  private DataFileException fault(CsvRecord record, String column, String finding, String fix) {
    return TableColumn.fault(file, record.getStartingLineNumber(), column, finding, fix);
  }

  private static int place(DataFile file, List<String> columns, String name) {
    int place = columns.indexOf(name);
    if (place < 0) {
      throw file.fault(
          "has no column `" + name + "`.", "correct the name; " + NearNames.advice(name, columns));
    }
    return place;
  }
}
