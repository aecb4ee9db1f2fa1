package dev.lamina.search.importance;

import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What complete trials say of the whole space of a search, by a forest of regression trees.
 *
 * <p>Each of 64 trees is grown on as many trials drawn with replacement, until its ends are pure.
 * The trees are means over boxes, of which the mean over any of the dimensions is exact: so it is
 * known how much of the variance each parameter explains alone (Hutter, Hoos and Leyton-Brown,
 * 2014, "An Efficient Approach for Assessing Hyperparameter Importance"). All places of a parameter
 * count as equally likely, however often they were tried; of a logarithmic one these are equal
 * ratios. A parameter that some trials did not read has one more value for them, as likely as they
 * are many.
 */
public final class Landscape {

  /** Fewer trials than these say nothing. */
  public static final int FEWEST = 4;

  private static final int TREES = 64;

  private final Space space;
  private final List<Axis> axes;
  private final List<Tree> trees;
  private final Unit unit;

  private Landscape(Space space, List<Axis> axes, List<Tree> trees, Unit unit) {
    this.space = space;
    this.axes = axes;
    this.trees = trees;
    this.unit = unit;
  }

  /**
   * The landscape of one objective; none if fewer than {@link #FEWEST} trials are complete, or if
   * all have the same value.
   */
  public static Optional<Landscape> of(Space space, List<Observation> trials, int objective) {
    List<Observation> complete =
        trials.stream().filter(each -> each.state() == Observation.State.COMPLETE).toList();
    double[] losses = complete.stream().mapToDouble(each -> each.loss(objective)).toArray();
    if (losses.length < FEWEST || Arrays.stream(losses).distinct().count() == 1) {
      return Optional.empty();
    }
    List<Axis> axes =
        IntStream.range(0, space.size())
            .mapToObj(
                each ->
                    Axis.of(
                        space.dimensions().get(each),
                        complete.stream().mapToDouble(trial -> trial.place(each)).toArray()))
            .toList();
    int[][] parts = complete.stream().map(trial -> parts(trial, axes)).toArray(int[][]::new);
    Unit unit = Unit.of(losses);
    List<Tree> trees = trees(axes, parts, unit.measured(losses));
    return trees.isEmpty()
        ? Optional.empty()
        : Optional.of(new Landscape(space, axes, trees, unit));
  }

  private static List<Tree> trees(List<Axis> axes, int[][] parts, double[] values) {
    return IntStream.range(0, TREES)
        .mapToObj(seed -> new Growth(axes, parts, values, seed).tree())
        .filter(tree -> tree.variance() > 0)
        .toList();
  }

  private static int[] parts(Observation trial, List<Axis> axes) {
    return IntStream.range(0, axes.size())
        .map(each -> axes.get(each).part(trial.place(each)))
        .toArray();
  }

  /**
   * How much of the variance each parameter explains alone, as shares that sum up to 1, the largest
   * first.
   */
  public Map<String, Double> shares() {
    double[] shares =
        IntStream.range(0, axes.size())
            .mapToDouble(
                axis -> trees.stream().mapToDouble(tree -> share(tree, axis)).average().orElse(0))
            .toArray();
    double sum = Arrays.stream(shares).sum();
    Map<String, Double> named = new LinkedHashMap<>();
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingDouble(axis -> -shares[axis]))
        .forEach(axis -> named.put(name(axis), sum > 0 ? shares[axis] / sum : 1.0 / shares.length));
    return named;
  }

  /**
   * The mean over all other parameters, where two of them have these places: a row for each of the
   * second.
   *
   * @param first the number of a dimension
   * @param second the number of another one
   */
  public double[][] surface(int first, int second, double[] places, double[] others) {
    int[] parts = parts(first, places);
    int[] otherParts = parts(second, others);
    double[][] surface = new double[others.length][places.length];
    for (Tree tree : trees) {
      double[][] means = tree.marginal(first, parts, second, otherParts);
      for (int row = 0; row < others.length; row++) {
        for (int column = 0; column < places.length; column++) {
          surface[row][column] += means[row][column] / trees.size();
        }
      }
    }
    return Arrays.stream(surface)
        .map(row -> DoubleStream.of(row).map(unit::loss).toArray())
        .toArray(double[][]::new);
  }

  private int[] parts(int axis, double[] places) {
    return DoubleStream.of(places).mapToInt(axes.get(axis)::part).toArray();
  }

  @Override
  public String toString() {
    return shares().entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private static double share(Tree tree, int axis) {
    return tree.variance(axis) / tree.variance();
  }

  private String name(int axis) {
    return space.dimensions().get(axis).name();
  }
}
