package dev.lamina.dsl.code;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java source text of one fluent expression, such as {@code dense(64).l2(0.01).named("hidden")}.
 *
 * <p>Every description prints itself as the code that builds it; this is how.
 *
 * @param text the source so far
 */
public record Code(String text) {

  /** Starts with a call of a static factory, such as {@code dense(64)}. */
  public static Code call(String name, Object... arguments) {
    return new Code(name + arguments(arguments));
  }

  /** Chains the call of an option, such as {@code .l2(0.01)}. */
  public Code then(String option, Object... arguments) {
    return new Code(text + "." + option + arguments(arguments));
  }

  /** Chains the call of an option where {@code shown}, that is, where it is not the default. */
  public Code thenIf(boolean shown, String option, Object... arguments) {
    return shown ? then(option, arguments) : this;
  }

  /** Chains {@code .named("...")} where there is a name. */
  public Code named(Optional<String> name) {
    return name.map(given -> then("named", given)).orElse(this);
  }

  /**
   * One value as Java source: strings quoted, numbers as short as they stay exact, and what has no
   * text of its own by its class.
   */
  public static String literal(Object value) {
    if (value instanceof String string) {
      return quoted(string);
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Long number) {
      return number == number.intValue() ? number.toString() : number + "L";
    }
    return value == null ? "null" : OwnText.orClass(value);
  }

  @Override
  public String toString() {
    return text;
  }

  private static String arguments(Object... arguments) {
    return Arrays.stream(arguments)
        .flatMap(
            argument -> argument instanceof Collection<?> all ? all.stream() : Stream.of(argument))
        .map(Code::literal)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String quoted(String string) {
    return string.chars().mapToObj(Code::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int letter) {
    int place = "\n\r\t\"\\".indexOf(letter);
    if (place >= 0) {
      return "\\" + "nrt\"\\".charAt(place);
    }
    // Octal, since javac takes a Unicode escape of a line feed for the end of the line.
    return Character.isISOControl(letter)
        ? String.format("\\%03o", letter)
        : String.valueOf((char) letter);
  }

  private static String number(double value) {
    String text = Double.toString(value);
    if (text.contains("E")) {
      return text.replace(".0E", "E").replace('E', 'e');
    }
    return text.endsWith(".0") && !text.equals("-0.0")
        ? text.substring(0, text.length() - 2)
        : text;
  }
}
