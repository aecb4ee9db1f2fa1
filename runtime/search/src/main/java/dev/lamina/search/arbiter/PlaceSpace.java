package dev.lamina.search.arbiter;

import dev.lamina.dsl.search.IntParam;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.FixedValue;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.discrete.DiscreteParameterSpace;
import org.deeplearning4j.arbiter.optimize.parameter.integer.IntegerParameterSpace;

/**
 * A search as Arbiter sees it, whose values are places.
 *
 * <p>What has one value only is fixed, since Arbiter's grid miscounts it; choices and flags are
 * discrete, since it takes its own flags for numbers; scales are those of the search, so that no
 * distribution is without bounds. Leaves are its own: one that is shared would be renumbered.
 */
final class PlaceSpace implements ParameterSpace<double[]> {

  private final Map<String, ParameterSpace<?>> leaves = new LinkedHashMap<>();
  private final List<Dimension> dimensions;

  private PlaceSpace(Space space) {
    this.dimensions = space.dimensions();
  }

  /** All values. */
  static PlaceSpace of(Space space) {
    PlaceSpace places = new PlaceSpace(space);
    space.dimensions().forEach(each -> places.leaves.put(each.name(), leaf(each)));
    places.number();
    return places;
  }

  /** So many values of each dimension, or all if it has no more. */
  static PlaceSpace levels(Space space, int levels) {
    PlaceSpace places = new PlaceSpace(space);
    for (Dimension each : space.dimensions()) {
      places.leaves.put(each.name(), discrete(levels(each, levels)));
    }
    places.number();
    return places;
  }

  /** The places of so many values, from end to end, or of all if there are no more. */
  static double[] levels(Dimension dimension, int levels) {
    OptionalLong count = dimension.count();
    boolean isWhole = count.isPresent() && (count.getAsLong() <= levels || !dimension.isOrdered());
    if (isWhole) {
      return LongStream.range(0, count.getAsLong()).mapToDouble(dimension::nth).toArray();
    }
    DoubleStream even = LongStream.range(0, levels).mapToDouble(each -> each / (levels - 1.0));
    return count.isPresent() ? even.map(dimension::snap).distinct().toArray() : even.toArray();
  }

  @Override
  public double[] getValue(double[] parameterValues) {
    double[] point = new double[dimensions.size()];
    Arrays.setAll(point, each -> place(dimensions.get(each), parameterValues));
    return point;
  }

  @Override
  public int numParameters() {
    return collectLeaves().size();
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public List<ParameterSpace> collectLeaves() {
    return leaves.values().stream()
        .filter(leaf -> leaf.numParameters() > 0)
        .map(ParameterSpace.class::cast)
        .toList();
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public Map<String, ParameterSpace> getNestedSpaces() {
    return new LinkedHashMap<>(leaves);
  }

  @Override
  public boolean isLeaf() {
    return false;
  }

  @Override
  public void setIndices(int... indices) {
    throw new UnsupportedOperationException("Only its leaves have indices");
  }

  /** Arbiter's numbers for a point: a place for each dimension that is not fixed. */
  double[] flat(double[] point) {
    List<Double> flat = new ArrayList<>();
    for (int each = 0; each < point.length; each++) {
      if (leaves.get(dimensions.get(each).name()).numParameters() > 0) {
        flat.add(point[each]);
      }
    }
    return flat.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double place(Dimension dimension, double[] numbers) {
    Object value = leaves.get(dimension.name()).getValue(numbers);
    return value instanceof Integer index ? dimension.nth(index) : (Double) value;
  }

  /** As a generator would. */
  private void number() {
    int index = 0;
    for (ParameterSpace<?> leaf : collectLeaves()) {
      leaf.setIndices(index);
      index++;
    }
  }

  private static ParameterSpace<?> leaf(Dimension dimension) {
    long count = dimension.count().orElse(Long.MAX_VALUE);
    if (count == 1 || !dimension.isOrdered()) {
      return discrete(LongStream.range(0, count).mapToDouble(dimension::nth).toArray());
    }
    boolean isEven = !(dimension.param() instanceof IntParam whole && whole.logarithmic());
    return isEven && count <= Integer.MAX_VALUE
        ? new IntegerParameterSpace(0, (int) (count - 1))
        : new ContinuousParameterSpace(0, 1);
  }

  private static ParameterSpace<Double> discrete(double[] places) {
    return places.length == 1
        ? new FixedValue<>(places[0])
        : new DiscreteParameterSpace<>(DoubleStream.of(places).boxed().toList());
  }
}
