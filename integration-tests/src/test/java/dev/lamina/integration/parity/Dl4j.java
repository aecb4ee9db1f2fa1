package dev.lamina.integration.parity;

import java.util.Locale;

/**
 * What DL4J's own word does at its defaults.
 *
 * @param text its difference from the reference, or why it has none
 */
record Dl4j(String text) {

  /** DL4J has the word, and it is this far from the reference. */
  static Dl4j differsBy(double difference) {
    return new Dl4j(number(difference));
  }

  /** DL4J has the word, it is this far from the reference, and this is why. */
  static Dl4j differsBy(double difference, String why) {
    return new Dl4j(number(difference) + ": " + why);
  }

  /** DL4J has no such word. */
  static Dl4j hasNone() {
    return new Dl4j("has none");
  }

  /** DL4J has the word but gives no number. */
  static Dl4j fails(String how) {
    return new Dl4j(how);
  }

  /** A difference as the table shows it: two digits, since the last bits depend on the machine. */
  static String number(double difference) {
    if (difference == 0 || !Double.isFinite(difference)) {
      return difference == 0 ? "0" : String.valueOf(difference);
    }
    return String.format(Locale.ROOT, "%.1e", difference).replace("e-0", "e-").replace("e+0", "e");
  }
}
