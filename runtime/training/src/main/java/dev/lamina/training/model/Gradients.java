package dev.lamina.training.model;

import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Requirement;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The derivatives of what training minimizes by all that it moves, by the names of layers and
 * parameters: {@code kernel} and {@code bias} of dense layers, {@code gamma} and {@code beta} of
 * batch normalization.
 *
 * <p>An immutable value, of the shapes of the {@link Weights}; {@link Model#gradients} gives it.
 */
public final class Gradients extends ParameterValues {

  private Gradients(Map<String, Map<String, Tensor>> layers) {
    super(layers);
  }

  /** Reads the gradient of every learned parameter of a network. */
  static Gradients read(Network network, Reader reader) {
    return new Gradients(read(network, Parameter::trainable, reader));
  }

  /** The Euclidean norm of all numbers together. */
  public double norm() {
    return norm(tensors().values().stream().flatMap(layer -> layer.values().stream()));
  }

  /** The Euclidean norm of all numbers of a layer together. */
  public double norm(String layer) {
    return norm(tensors(Requirement.of("norm", layer), layer).values().stream());
  }

  private static double norm(Stream<Tensor> tensors) {
    return tensors.flatMapToDouble(each -> DoubleStream.of(each.values())).reduce(0, Math::hypot);
  }
}
