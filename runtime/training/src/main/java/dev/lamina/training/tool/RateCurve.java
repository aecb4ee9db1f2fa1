package dev.lamina.training.tool;

import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The loss at learning rates that grow; prints itself as a table.
 *
 * @param points each mini-batch with a finite loss, in order
 * @param hasDiverged whether the search ended since the smoothed loss was beyond four times its
 *     best, or a number was not finite
 */
public record RateCurve(List<Point> points, boolean hasDiverged) {

  /** What is too near to the start to be smooth. */
  private static final int SKIPPED = 10;

  private static final int LINES = 25;

  /** Copies the points. */
  public RateCurve {
    Requirement.of("RateCurve", points, hasDiverged).present("points", points);
    points = List.copyOf(points);
  }

  /**
   * The loss of one mini-batch.
   *
   * @param rate the learning rate of its update
   * @param loss its loss, penalties included, before that update
   * @param smoothed the mean of the losses so far in which each before counts 0.98 times the next
   */
  public record Point(double rate, double loss, double smoothed) {}

  /**
   * A tenth of the rate at which the smoothed loss is lowest, as fastai's {@code minimum}: at the
   * lowest itself rates begin to be too large. None where the loss falls nowhere.
   */
  public OptionalDouble suggestion() {
    return lowestIndex().stream().mapToDouble(index -> points.get(index).rate / 10).findFirst();
  }

  /**
   * The rate at which the smoothed loss falls steepest along the logarithm of the rate, by central
   * differences, without the first 10 points and the last, as Lightning suggests; none where it
   * falls nowhere.
   *
   * <p>The mean lags behind the loss, so that this lies at the upper end of the rates that work.
   */
  public OptionalDouble steepest() {
    return steepestIndex().stream().mapToDouble(index -> points.get(index).rate).findFirst();
  }

  private OptionalInt lowestIndex() {
    return IntStream.range(0, points.size())
        .reduce((one, other) -> points.get(other).smoothed < points.get(one).smoothed ? other : one)
        .stream()
        .filter(lowest -> lowest > 0)
        .findFirst();
  }

  private OptionalInt steepestIndex() {
    return IntStream.range(SKIPPED + 1, points.size() - 2)
        .filter(index -> slope(index) < 0)
        .reduce((one, other) -> slope(other) < slope(one) ? other : one);
  }

  private double slope(int index) {
    Point before = points.get(index - 1);
    Point after = points.get(index + 1);
    return (after.smoothed - before.smoothed) / Math.log(after.rate / before.rate);
  }

  /**
   * Some 25 lines of rate, loss and smoothed loss, with marks where the smoothed one is lowest, and
   * where it falls steepest, and the suggestion.
   */
  @Override
  public String toString() {
    int distance = Math.max(1, (points.size() + LINES - 1) / LINES);
    Stream<String> lines =
        IntStream.range(0, points.size())
            .filter(index -> index % distance == 0 || !mark(index).isEmpty())
            .mapToObj(this::line);
    return Stream.of(
            Stream.of("learning rate        loss    smoothed"), lines, Stream.of(verdict()))
        .flatMap(each -> each)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private String mark(int index) {
    OptionalInt here = OptionalInt.of(index);
    String steepest = steepestIndex().equals(here) ? " <- steepest" : "";
    return steepest + (lowestIndex().equals(here) ? " <- lowest" : "");
  }

  private String line(int index) {
    Point point = points.get(index);
    return String.format(
        Locale.ROOT, "%13.2e %11.4f %11.4f%s", point.rate, point.loss, point.smoothed, mark(index));
  }

  private String verdict() {
    String end = hasDiverged ? ", diverged" : "";
    return suggestion().isPresent()
        ? String.format(Locale.ROOT, "suggestion %.2e%s", suggestion().getAsDouble(), end)
        : "no suggestion: the loss falls nowhere" + end;
  }
}
