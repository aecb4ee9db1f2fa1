package dev.lamina.search.importance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Grows one tree of a forest: from trials drawn with replacement, until its ends are pure. */
final class Growth {

  private static final int DEEPEST = 64;

  private final List<Axis> axes;
  private final int[][] parts;
  private final double[] values;
  private final SplittableRandom random;
  private final List<Leaf> leaves = new ArrayList<>();

  /**
   * @param parts the part that each trial is in, by trial and axis
   * @param values the value of each trial
   */
  Growth(List<Axis> axes, int[][] parts, double[] values, long seed) {
    this.axes = axes;
    this.parts = parts;
    this.values = values;
    this.random = new SplittableRandom(seed);
  }

  Tree tree() {
    int count = values.length;
    int[] rows = IntStream.range(0, count).map(each -> random.nextInt(count)).toArray();
    List<BitSet> all = axes.stream().map(axis -> BitSets.first(axis.parts())).toList();
    grow(rows, all, 0);
    return new Tree(axes, leaves);
  }

  private void grow(int[] rows, List<BitSet> region, int depth) {
    Optional<Cut> cut = depth < DEEPEST && !isPure(rows) ? best(rows) : Optional.empty();
    if (cut.isEmpty()) {
      leaves.add(
          new Leaf(region, IntStream.of(rows).mapToDouble(row -> values[row]).average().orElse(0)));
      return;
    }
    int axis = cut.get().axis();
    BitSet below = cut.get().below();
    IntPredicate isBelow = row -> below.get(parts[row][axis]);
    grow(
        IntStream.of(rows).filter(isBelow).toArray(),
        with(region, axis, BitSets.and(region.get(axis), below)),
        depth + 1);
    grow(
        IntStream.of(rows).filter(isBelow.negate()).toArray(),
        with(region, axis, BitSets.andNot(region.get(axis), below)),
        depth + 1);
  }

  private boolean isPure(int[] rows) {
    return IntStream.of(rows).allMatch(row -> values[row] == values[rows[0]]);
  }

  /** Axes that do as well as each other are chosen at random, not by their order. */
  private Optional<Cut> best(int[] rows) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, axes.size()).boxed().toList());
    for (int last = order.size() - 1; last > 0; last--) {
      Collections.swap(order, last, random.nextInt(last + 1));
    }
    return order.stream()
        .flatMap(axis -> new CutSearch(axis, axes.get(axis), parts, values).best(rows).stream())
        .reduce(Cut::better);
  }

  private static List<BitSet> with(List<BitSet> region, int axis, BitSet set) {
    List<BitSet> changed = new ArrayList<>(region);
    changed.set(axis, set);
    return changed;
  }
}
