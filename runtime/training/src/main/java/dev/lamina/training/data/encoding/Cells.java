package dev.lamina.training.data.encoding;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What the text of a cell stands for.
 *
 * @param missing the texts, besides blanks, that stand for no value
 */
public record Cells(List<String> missing) {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");

  private static final Pattern WITH_COMMA =
      Pattern.compile("[+-]?[\\d.]*\\d(,\\d+)+(\\.\\d*)?([eE][+-]?\\d{1,4})?");

  /** Copies the texts. */
  public Cells {
    missing = List.copyOf(missing);
  }

  /**
   * Cells that are missing where they are blank or say {@code NA}, {@code N/A}, {@code NaN}, {@code
   * null} or {@code ?}.
   */
  public static Cells usual() {
    return new Cells(List.of("NA", "N/A", "NaN", "nan", "null", "NULL", "?"));
  }

  /** Whether this stands for no value. */
  public boolean isMissing(String cell) {
    return cell.isBlank() || missing.contains(cell.strip());
  }

  /** Whether this looks like a number with a comma, such as {@code 1,5} or {@code 1,000.5}. */
  public boolean hasNumberWithComma(String cell) {
    return WITH_COMMA.matcher(cell.strip()).matches();
  }

  /** The number that this is, in digits with a decimal point, if it is one and is finite. */
  public OptionalDouble number(String cell) {
    String text = cell.strip();
    if (!NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
