package dev.lamina.training.listener.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  private Figures() {}

  /** Four digits, with a power of ten where there would be many zeros. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
      return power(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** All digits, in groups of three. */
  static String of(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }

  /** Such as {@code 42.1 s} or {@code 3 h 20 min}. */
  static String time(double seconds) {
    if (seconds < MINUTE) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return seconds < HOUR
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole / 60 % 60 + " min";
  }

  private static String power(double value) {
    String[] parts = String.format(Locale.ROOT, "%.3e", value).split("e", -1);
    String digits = parts[0].replaceAll("\\.?0+$", "");
    return digits + "e" + Integer.parseInt(parts[1]);
  }
}
