package dev.lamina.training.listener.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {

  private static final int DIGITS = 4;
  private static final int MOST_DIGITS = 12;

  /** Less would be shown as no time at all, or nearly. */
  private static final double FINEST = 0.1;

  private static final double MILLI = 1000;
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  private Figures() {}

  /** Four digits, with a power of ten where there would be many zeros. */
  public static String of(double value) {
    return of(value, DIGITS, isFarFromOne(value));
  }

  /**
   * Finite numbers beside each other, as on an axis: all with a power of ten where one needs it,
   * and with as many digits as tell them apart.
   */
  public static List<String> alike(List<Double> values) {
    boolean powers = values.stream().anyMatch(Figures::isFarFromOne);
    List<String> texts = List.of();
    for (int digits = DIGITS; digits <= MOST_DIGITS; digits++) {
      int enough = digits;
      texts = values.stream().map(value -> of(value, enough, powers)).toList();
      if (texts.stream().distinct().count() == values.size()) {
        return texts;
      }
    }
    return texts;
  }

  /** All digits, in groups of three. */
  public static String of(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }

  /** Such as {@code 2.5 ms}, {@code 42.1 s} or {@code 3 h 20 min}. */
  public static String time(double seconds) {
    if (seconds > 0 && seconds < FINEST) {
      return of(MILLI * seconds) + " ms";
    }
    if (seconds < MINUTE) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return seconds < HOUR
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole / 60 % 60 + " min";
  }

  private static boolean isFarFromOne(double value) {
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e6);
  }

  private static String of(double value, int digits, boolean isPower) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    if (rounded.signum() == 0) {
      return "0";
    }
    return isPower ? power(value, digits) : rounded.stripTrailingZeros().toPlainString();
  }

  private static String power(double value, int digits) {
    String[] parts = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e", -1);
    return parts[0].replaceAll("\\.?0+$", "") + "e" + Integer.parseInt(parts[1]);
  }
}
