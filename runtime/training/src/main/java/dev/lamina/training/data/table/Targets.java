package dev.lamina.training.data.table;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.NearNames;
import java.util.List;
import java.util.TreeSet;

/**
 * What is predicted for each record.
 *
 * @param values the numbers, or the indices of the classes
 * @param labels the names of the classes, sorted; empty where numbers are predicted
 */
record Targets(double[] values, List<String> labels) {

  static Targets numbers(TableColumn column) {
    double[] values = new double[column.table().size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = column.number(row);
    }
    return new Targets(values, List.of());
  }

  static Targets classes(TableColumn column) {
    int size = column.table().size();
    TreeSet<String> names = new TreeSet<>();
    for (int row = 0; row < size; row++) {
      names.add(name(column, row));
    }
    return classes(column, List.copyOf(names));
  }

  static Targets classes(TableColumn column, List<String> labels) {
    double[] values = new double[column.table().size()];
    for (int row = 0; row < values.length; row++) {
      String name = name(column, row);
      if (!labels.contains(name)) {
        throw column.fault(
            row,
            "holds the class " + Code.literal(name) + ", which the other data does not have.",
            "correct it; " + NearNames.advice(name, labels));
      }
      values[row] = labels.indexOf(name);
    }
    return new Targets(values, labels);
  }

  private static String name(TableColumn column, int row) {
    if (column.isMissing(row)) {
      throw column.fault(
          row,
          "must hold a class but holds " + Code.literal(column.cell(row)) + ".",
          "fill it in, or leave the line out.");
    }
    return column.cell(row).strip();
  }
}
