package dev.lamina.dsl.layer;

import java.util.List;

/**
 * How many numbers a layer, or a network, learns and keeps.
 *
 * @param trainable numbers that gradient descent moves
 * @param nonTrainable numbers that it leaves alone, such as running averages
 */
public record ParameterCount(long trainable, long nonTrainable) {

  /** No parameters. */
  public static final ParameterCount NONE = new ParameterCount(0, 0);

  /** How many numbers these parameters hold. */
  public static ParameterCount of(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            each ->
                new ParameterCount(
                    each.trainable() ? each.size() : 0, each.trainable() ? 0 : each.size()))
        .reduce(NONE, ParameterCount::plus);
  }

  /** Both kinds together. */
  public long total() {
    return trainable + nonTrainable;
  }

  /** The sum of both counts. */
  public ParameterCount plus(ParameterCount other) {
    return new ParameterCount(trainable + other.trainable, nonTrainable + other.nonTrainable);
  }
}
