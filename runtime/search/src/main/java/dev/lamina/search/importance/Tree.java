package dev.lamina.search.importance;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** A regression tree as its ends, which together cover all that is searched. */
final class Tree {

  private final List<Axis> axes;
  private final List<Leaf> leaves;

  /** The share of each axis that each leaf covers. */
  private final double[][] widths;

  private final double[] sizes;
  private final double mean;

  Tree(List<Axis> axes, List<Leaf> leaves) {
    this.axes = List.copyOf(axes);
    this.leaves = List.copyOf(leaves);
    this.widths = leaves.stream().map(this::widths).toArray(double[][]::new);
    this.sizes = IntStream.range(0, leaves.size()).mapToDouble(this::product).toArray();
    this.mean = each().mapToDouble(leaf -> sizes[leaf] * value(leaf)).sum();
  }

  /** The mean of the tree over the whole space. */
  double mean() {
    return mean;
  }

  /** How much the tree varies over the whole space: the mean of squared distances from its mean. */
  double variance() {
    return each().mapToDouble(leaf -> sizes[leaf] * squared(value(leaf) - mean)).sum();
  }

  /** How much of the variance one dimension explains alone. */
  double variance(int axis) {
    double[] means = marginal(axis);
    return IntStream.range(0, means.length)
        .mapToDouble(part -> axes.get(axis).size(part) * squared(means[part] - mean))
        .sum();
  }

  /** The mean of the tree over all other dimensions, for each part of this one. */
  double[] marginal(int axis) {
    double[] means = new double[axes.get(axis).parts()];
    each().filter(leaf -> widths[leaf][axis] > 0).forEach(leaf -> add(leaf, axis, means));
    return means;
  }

  /** The mean over all but two dimensions, at these parts of each: a row for each of the other. */
  double[][] marginal(int axis, int[] parts, int other, int[] otherParts) {
    double[][] means = new double[otherParts.length][parts.length];
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      double value = value(leaf) * sizes[leaf] / (widths[leaf][axis] * widths[leaf][other]);
      int[] columns = covered(region(leaf, axis), parts);
      for (int row : covered(region(leaf, other), otherParts)) {
        for (int column : columns) {
          means[row][column] += value;
        }
      }
    }
    return means;
  }

  /** Where in the array the parts are that a region covers. */
  private static int[] covered(BitSet region, int[] parts) {
    return IntStream.range(0, parts.length).filter(each -> region.get(parts[each])).toArray();
  }

  private void add(int leaf, int axis, double[] means) {
    double value = value(leaf) * sizes[leaf] / widths[leaf][axis];
    region(leaf, axis).stream().forEach(part -> means[part] += value);
  }

  private IntStream each() {
    return IntStream.range(0, leaves.size());
  }

  private double value(int leaf) {
    return leaves.get(leaf).value();
  }

  private BitSet region(int leaf, int axis) {
    return leaves.get(leaf).region().get(axis);
  }

  private double[] widths(Leaf leaf) {
    return IntStream.range(0, axes.size())
        .mapToDouble(
            axis -> leaf.region().get(axis).stream().mapToDouble(axes.get(axis)::size).sum())
        .toArray();
  }

  private double product(int leaf) {
    return IntStream.range(0, axes.size())
        .mapToDouble(axis -> widths[leaf][axis])
        .reduce(1, (a, b) -> a * b);
  }

  private static double squared(double distance) {
    return distance * distance;
  }
}
