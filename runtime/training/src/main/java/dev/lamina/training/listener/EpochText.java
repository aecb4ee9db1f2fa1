package dev.lamina.training.listener;

import dev.lamina.dsl.metric.Monitor;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The line of an epoch as text, in the format of Keras.
 *
 * @param batches how many mini-batches the epoch has, where that is known
 * @param glyphs what the bar is made of
 */
record EpochText(OptionalInt batches, Glyphs glyphs) {

  private static final int BAR_WIDTH = 20;
  private static final String UNKNOWN = "Unknown";

  /** Training values before those of validation, each in alphabetical order. */
  private static final Comparator<Monitor> ORDER =
      Comparator.comparing(Monitor::part).thenComparing(Monitor::name);

  /** Of an epoch with a known number of mini-batches. */
  EpochText(int batches, Glyphs glyphs) {
    this(OptionalInt.of(batches), glyphs);
  }

  /** The line of an epoch that runs, with the time that is left, or that went by. */
  String running(int done, double secondsPerStep, Map<Monitor, Double> values) {
    if (batches.isEmpty()) {
      String time = left(secondsPerStep * done);
      return done + "/" + UNKNOWN + " " + time + " " + measured(secondsPerStep, values);
    }
    int all = batches.getAsInt();
    return line(done, all, left(secondsPerStep * (all - done)), secondsPerStep, values);
  }

  /** The line of an epoch that is over, with the time that it took. */
  String over(int done, double seconds, double secondsPerStep, Map<Monitor, Double> values) {
    return line(done, batches.orElse(done), whole(seconds, "s"), secondsPerStep, values);
  }

  private String line(
      int done, int all, String time, double secondsPerStep, Map<Monitor, Double> values) {
    String total = String.valueOf(all);
    String count = " ".repeat(total.length() - String.valueOf(done).length()) + done + "/" + total;
    String bar = glyphs.bar((int) ((long) BAR_WIDTH * done / Math.max(1, all)), BAR_WIDTH);
    return count + " " + bar + " " + time + " " + measured(secondsPerStep, values);
  }

  private String measured(double secondsPerStep, Map<Monitor, Double> values) {
    String measured =
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(ORDER))
            .map(entry -> " - " + entry.getKey().name() + ": " + number(entry.getValue()))
            .collect(Collectors.joining());
    return perStep(secondsPerStep) + measured;
  }

  private String perStep(double seconds) {
    // From where rounding would show 1000 of the smaller unit.
    if (seconds >= 0.9995) {
      return whole(seconds, "s/step");
    }
    return seconds >= 0.9995e-3
        ? whole(seconds * 1e3, "ms/step")
        : whole(seconds * 1e6, glyphs.microseconds() + "/step");
  }

  private static String left(double seconds) {
    long whole = (long) seconds;
    if (whole >= 3600) {
      return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
    return whole >= 60
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : whole + "s";
  }

  private static String whole(double value, String unit) {
    return String.format(Locale.ROOT, "%.0f%s", value, unit);
  }

  /** Four decimals where they say something, and a power of ten for what is smaller or huge. */
  private static String number(double value) {
    double size = Math.abs(value);
    boolean ordinary = size == 0 || (size > 1e-3 && size < 1e7);
    return String.format(Locale.ROOT, ordinary ? "%.4f" : "%.4e", value);
  }
}
