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
   * The rate at which the smoothed loss falls steepest along the logarithm of the rate, by central
   * differences, without the first 10 points and the last; none where it falls nowhere.
   *
   * <p>The mean lags behind the loss, so that this lies at the upper end of the rates that work:
   * one that is three to ten times smaller is the safer choice for a long training.
   */
  public OptionalDouble suggestion() {
    return steepest().stream().mapToDouble(index -> points.get(index).rate()).findFirst();
  }

  private OptionalInt steepest() {
    return IntStream.range(SKIPPED + 1, points.size() - 2)
        .filter(index -> slope(index) < 0)
        .reduce((one, other) -> slope(other) < slope(one) ? other : one);
  }

  private double slope(int index) {
    Point before = points.get(index - 1);
    Point after = points.get(index + 1);
    return (after.smoothed - before.smoothed) / Math.log(after.rate / before.rate);
  }

  /** At most 25 lines of rate, loss and smoothed loss, with a mark at the suggestion. */
  @Override
  public String toString() {
    int distance = Math.max(1, (points.size() + LINES - 1) / LINES);
    OptionalInt suggested = steepest();
    Stream<String> lines =
        IntStream.range(0, points.size())
            .filter(index -> index % distance == 0 || suggested.equals(OptionalInt.of(index)))
            .mapToObj(index -> line(index, suggested.equals(OptionalInt.of(index))));
    return Stream.of(
            Stream.of("learning rate        loss    smoothed"), lines, Stream.of(verdict()))
        .flatMap(each -> each)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private String line(int index, boolean isSuggested) {
    Point point = points.get(index);
    return String.format(
        Locale.ROOT,
        "%13.2e %11.4f %11.4f%s",
        point.rate,
        point.loss,
        point.smoothed,
        isSuggested ? " <- steepest" : "");
  }

  private String verdict() {
    String end = hasDiverged ? ", diverged" : "";
    return suggestion().isPresent()
        ? String.format(Locale.ROOT, "suggestion %.2e%s", suggestion().getAsDouble(), end)
        : "no suggestion: the loss falls nowhere" + end;
  }
}
