package dev.lamina.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of a name and cells, the names aligned left and the cells right. */
record TextTable(List<List<String>> rows) {

  private static final String GAP = "  ";

  /** Copies the list. */
  TextTable {
    rows = List.copyOf(rows);
  }

  /** Without rows. */
  TextTable() {
    this(List.of());
  }

  /** This table with one more row; rows may end early. */
  TextTable row(String name, List<String> cells) {
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(cells);
    List<List<String>> more = new ArrayList<>(rows);
    more.add(List.copyOf(row));
    return new TextTable(more);
  }

  /** This table with one more row, of a name and a figure. */
  TextTable figure(String name, double value) {
    return row(name, List.of(text(value)));
  }

  /** Four digits behind the point; a dash where a figure is undefined. */
  static String text(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  /** The same, with a power of ten where four digits behind the point would be zeros, or many. */
  static String anyText(double value) {
    double size = Math.abs(value);
    boolean isFar = Double.isFinite(value) && size != 0 && (size < 1e-3 || size >= 1e7);
    return isFar ? String.format(Locale.ROOT, "%.4e", value) : text(value);
  }

  @Override
  public String toString() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    List<Integer> widths = IntStream.range(0, columns).mapToObj(this::width).toList();
    return rows.stream()
        .map(row -> line(row, widths))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    String cells =
        IntStream.range(1, row.size())
            .mapToObj(i -> GAP + " ".repeat(widths.get(i) - row.get(i).length()) + row.get(i))
            .collect(Collectors.joining());
    String name = row.get(0);
    return cells.isEmpty() ? name : name + " ".repeat(widths.get(0) - name.length()) + cells;
  }
}
