package dev.lamina.inference.step;

import dev.lamina.dsl.network.Outline;

/** Where the numbers of the layers of a network come from, checked. */
@FunctionalInterface
public interface Values {

  /** The numbers of this parameter of this layer, row by row, as many as it has, all finite. */
  double[] of(Outline.Entry layer, String parameter);
}
