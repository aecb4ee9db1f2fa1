package dev.lamina.dsl.code;

import java.util.Arrays;
import java.util.Optional;

/** The text of a value, if it is one that the next run of a program gives it too. */
public final class OwnText {

  private static final String LAMBDA = "$$Lambda";

  private OwnText() {}

  /** Of an array its elements, nothing of what prints the address that it happens to have. */
  public static Optional<String> of(Object value) {
    if (value.getClass().isArray()) {
      String inBrackets = Arrays.deepToString(new Object[] {value});
      return Optional.of(inBrackets.substring(1, inBrackets.length() - 1));
    }
    String address = value.getClass().getName() + "@" + Integer.toHexString(value.hashCode());
    return Optional.ofNullable(value.toString()).filter(text -> !text.equals(address));
  }

  /** The same, or else the name of its class, of a lambda that of the class it is written in. */
  static String orClass(Object value) {
    String type = value.getClass().getName();
    int lambda = type.indexOf(LAMBDA);
    return of(value).orElse(lambda < 0 ? type : type.substring(0, lambda + LAMBDA.length()));
  }
}
