package dev.lamina.training.listener;

import dev.lamina.dsl.metric.Monitor;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The line of an epoch as text, in the format of Keras.
 *
 * @param batches how many mini-batches the epoch has
 * @param glyphs what the bar is made of
 */
record EpochText(int batches, Glyphs glyphs) {

  private static final int BAR_WIDTH = 20;

  /** Training values before those of validation, each in alphabetical order. */
  private static final Comparator<Monitor> ORDER =
      Comparator.comparing(Monitor::part).thenComparing(Monitor::name);

  /** The line of an epoch that runs, with the time that is left. */
  String running(int done, double secondsPerStep, Map<Monitor, Double> values) {
    return line(done, left(secondsPerStep * (batches - done)), secondsPerStep, values);
  }

  /** The line of an epoch that is over, with the time that it took. */
  String over(int done, double seconds, double secondsPerStep, Map<Monitor, Double> values) {
    return line(done, whole(seconds, "s"), secondsPerStep, values);
  }

  private String line(int done, String time, double secondsPerStep, Map<Monitor, Double> values) {
    String total = String.valueOf(batches);
    String count = " ".repeat(total.length() - String.valueOf(done).length()) + done + "/" + total;
    String bar = glyphs.bar((int) ((long) BAR_WIDTH * done / batches), BAR_WIDTH);
    String measured =
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(ORDER))
            .map(entry -> " - " + entry.getKey().name() + ": " + number(entry.getValue()))
            .collect(Collectors.joining());
    return count + " " + bar + " " + time + " " + perStep(secondsPerStep) + measured;
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
