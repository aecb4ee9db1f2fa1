package dev.lamina.dsl.network;

import dev.lamina.dsl.layer.ParameterCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The table of a network's layers, output shapes and parameter counts, laid out as Keras prints it.
 *
 * <p>Bytes count 4 for each parameter (float32), in binary units.
 */
final class Summary {

  private static final int NAME_WIDTH = 31;
  private static final int SHAPE_WIDTH = 22;
  private static final int COUNT_WIDTH = 13;
  private static final int BYTES_PER_PARAMETER = 4;

  private final String name;
  private final Outline outline;
  private final int nameWidth;
  private final int countWidth;

  private Summary(String name, Outline outline) {
    this.name = name;
    this.outline = outline;
    this.nameWidth = width(NAME_WIDTH, Outline.Entry::name);
    this.countWidth = width(COUNT_WIDTH, Summary::count);
  }

  static Summary of(Network network) {
    return new Summary(network.name(), network.outline());
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    line(table, "Model: \"" + name + "\"");
    line(table, rule('┏', '━', '┳', '┓'));
    line(table, row('┃', "Layer (type)", "Output Shape", "Param #"));
    line(table, rule('┡', '━', '╇', '┩'));
    String divider = "";
    for (Outline.Entry entry : outline.entries()) {
      table.append(divider);
      rows(entry).forEach(row -> line(table, row));
      divider = rule('├', '─', '┼', '┤') + System.lineSeparator();
    }
    line(table, rule('└', '─', '┴', '┘'));
    ParameterCount count = outline.parameters();
    line(table, total("Total params", count.total()));
    line(table, total("Trainable params", count.trainable()));
    return table.append(total("Non-trainable params", count.nonTrainable())).toString();
  }

  /** One row, or two where name and type do not fit beside each other. */
  private List<String> rows(Outline.Entry entry) {
    String type = "(" + entry.layer().type() + ")";
    String shape = entry.outputShape().batchText();
    String count = count(entry);
    String both = entry.name() + " " + type;
    return both.length() <= nameWidth
        ? List.of(row('│', both, shape, count))
        : List.of(row('│', entry.name(), shape, count), row('│', type, "", ""));
  }

  private int width(int least, Function<Outline.Entry, String> column) {
    return outline.entries().stream()
        .mapToInt(entry -> column.apply(entry).length())
        .reduce(least, Math::max);
  }

  private String row(char edge, String layer, String shape, String count) {
    String format =
        "%1$c %2$-"
            + nameWidth
            + "s %1$c %3$-"
            + SHAPE_WIDTH
            + "s %1$c %4$"
            + countWidth
            + "s %1$c";
    return String.format(Locale.ROOT, format, edge, layer, shape, count);
  }

  private String rule(char left, char line, char cross, char right) {
    String stroke = String.valueOf(line);
    return left
        + stroke.repeat(nameWidth + 2)
        + cross
        + stroke.repeat(SHAPE_WIDTH + 2)
        + cross
        + stroke.repeat(countWidth + 2)
        + right;
  }

  private static String count(Outline.Entry entry) {
    return grouped(ParameterCount.of(entry.parameters()).total());
  }

  private static String total(String label, long parameters) {
    return " " + label + ": " + grouped(parameters) + " (" + bytes(parameters) + ")";
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String bytes(long parameters) {
    List<String> units = List.of("B", "KB", "MB", "GB", "TB", "PB");
    double size = (double) parameters * BYTES_PER_PARAMETER;
    int unit = 0;
    while (size >= 1024 && unit < units.size() - 1) {
      size /= 1024;
      unit++;
    }
    // As Python rounds, which Keras prints with: what lies midway, to the even digit.
    return new BigDecimal(size).setScale(2, RoundingMode.HALF_EVEN) + " " + units.get(unit);
  }

  private static void line(StringBuilder table, String text) {
    table.append(text).append(System.lineSeparator());
  }
}
