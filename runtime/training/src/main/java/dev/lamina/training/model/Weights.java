package dev.lamina.training.model;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a network by the names of its layers: {@code kernel} and {@code bias} of dense
 * layers, {@code gamma}, {@code beta}, {@code movingMean} and {@code movingVariance} of batch
 * normalization.
 *
 * <p>An immutable value; {@link Model#withWeights} gives a network that has them.
 */
public final class Weights {

  private final Map<String, Map<String, Tensor>> layers;

  private Weights(Map<String, Map<String, Tensor>> layers) {
    this.layers = layers;
  }

  /** Reads every parameter of a network. */
  static Weights read(Network network, Reader reader) {
    Map<String, Map<String, Tensor>> layers = new LinkedHashMap<>();
    for (Outline.Entry entry : network.outline().entries()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      entry
          .parameters()
          .forEach(
              each ->
                  tensors.put(
                      each.name(), new Tensor(each.shape(), reader.read(entry, each.name()))));
      if (!tensors.isEmpty()) {
        layers.put(entry.name(), Collections.unmodifiableMap(tensors));
      }
    }
    return new Weights(Collections.unmodifiableMap(layers));
  }

  /** Where the numbers of a parameter come from, row by row. */
  @FunctionalInterface
  interface Reader {
    double[] read(Outline.Entry layer, String parameter);
  }

  /** The layers that have parameters, from input to output. */
  public List<String> layers() {
    return List.copyOf(layers.keySet());
  }

  /** The parameters of a layer, in the order in which it names them. */
  public List<String> parameters(String layer) {
    return List.copyOf(tensors(layer).keySet());
  }

  /** A parameter of rank 2, such as {@code kernel}, as {@code [inputs][units]}. */
  public double[][] matrix(String layer, String parameter) {
    Tensor tensor = tensor(layer, parameter);
    rank(2, tensor, layer, parameter, "vector");
    return tensor.rows();
  }

  /** A parameter of rank 1, such as {@code bias}. */
  public double[] vector(String layer, String parameter) {
    Tensor tensor = tensor(layer, parameter);
    rank(1, tensor, layer, parameter, "matrix");
    return tensor.values();
  }

  /** The same weights but for this parameter of rank 2. */
  public Weights with(String layer, String parameter, double[][] matrix) {
    return with(layer, parameter, Tensor.of(matrix));
  }

  /** The same weights but for this parameter of rank 1. */
  public Weights with(String layer, String parameter, double[] vector) {
    return with(layer, parameter, Tensor.of(vector));
  }

  /** A parameter's numbers, row by row. */
  double[] values(String layer, String parameter) {
    return tensor(layer, parameter).values();
  }

  private Weights with(String layer, String parameter, Tensor given) {
    List<Integer> shape = tensor(layer, parameter).shape();
    Requirement.of("with", layer, parameter, "...")
        .that(
            shape.equals(given.shape()),
            parameter,
            "of shape " + shape,
            given.shape(),
            "give as many numbers as the layer has")
        .that(given.isFinite(), parameter, "finite", "NaN or infinite", "give finite numbers");
    Map<String, Map<String, Tensor>> changed = new LinkedHashMap<>(layers);
    Map<String, Tensor> tensors = new LinkedHashMap<>(tensors(layer));
    tensors.put(parameter, given);
    changed.put(layer, Collections.unmodifiableMap(tensors));
    return new Weights(Collections.unmodifiableMap(changed));
  }

  private Tensor tensor(String layer, String parameter) {
    Map<String, Tensor> tensors = tensors(layer);
    Requirement.of("weights", layer, parameter)
        .that(
            tensors.containsKey(parameter),
            "parameter",
            "one of layer `" + layer + "`",
            parameter,
            NearNames.advice(parameter, tensors.keySet()));
    return tensors.get(parameter);
  }

  private Map<String, Tensor> tensors(String layer) {
    Requirement.of("weights", layer)
        .that(
            layers.containsKey(layer),
            "layer",
            "the name of a layer that has parameters",
            layer,
            NearNames.advice(layer, layers.keySet()));
    return layers.get(layer);
  }

  private static void rank(
      int rank, Tensor tensor, String layer, String parameter, String other) {
    Requirement.of(rank == 2 ? "matrix" : "vector", layer, parameter)
        .that(
            tensor.shape().size() == rank,
            parameter,
            "of rank " + rank,
            tensor.shape(),
            "read it with `" + other + "`");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights weights && layers.equals(weights.layers);
  }

  @Override
  public int hashCode() {
    return layers.hashCode();
  }

  /** One line for each parameter: layer, name, shape and numbers. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    layers.forEach(
        (layer, tensors) ->
            tensors.forEach((name, tensor) -> lines.add(layer + "." + name + " " + tensor)));
    return String.join(System.lineSeparator(), lines);
  }
}
