package dev.lamina.inference;

import dev.lamina.dsl.network.Network;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Numbers for networks, and rows for them to predict from. */
final class Numbers {

  private Numbers() {}

  /** Parameters that the seed draws: variances are positive, and kernels shrink with inputs. */
  static Parameters seeded(Network network, long seed) {
    Random random = new Random(seed);
    Map<String, double[]> values = new HashMap<>();
    network
        .outline()
        .entries()
        .forEach(
            entry ->
                entry
                    .parameters()
                    .forEach(
                        each -> {
                          boolean isVariance = each.name().equals("movingVariance");
                          double scale = each.shape().size() == 2 ? root(each.shape().get(0)) : 1;
                          values.put(
                              entry.name() + "." + each.name(),
                              random
                                  .doubles(each.size(), isVariance ? 0.5 : -1, isVariance ? 2 : 1)
                                  .map(value -> (float) (value / scale))
                                  .toArray());
                        }));
    return (layer, parameter) -> values.get(layer + "." + parameter);
  }

  /** Rows that the seed draws, with zeros among their numbers. */
  static double[][] rows(int count, int width, long seed) {
    Random random = new Random(seed);
    return Stream.generate(
            () ->
                random
                    .doubles(width, -2, 2)
                    .map(value -> random.nextInt(4) == 0 ? 0 : (float) value)
                    .toArray())
        .limit(count)
        .toArray(double[][]::new);
  }

  private static double root(int inputs) {
    return Math.sqrt(inputs / 3.0);
  }
}
