package dev.lamina.training.model;

import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Numbers for the parameters of a network, by the names of layers and parameters: immutable. */
public abstract sealed class ParameterValues permits Weights, Gradients {

  private final Map<String, Map<String, Tensor>> layers;

  ParameterValues(Map<String, Map<String, Tensor>> layers) {
    this.layers = layers;
  }

  /** Reads numbers for those parameters of a network of which this holds. */
  static Map<String, Map<String, Tensor>> read(
      Network network, Predicate<Parameter> wanted, Reader reader) {
    Map<String, Map<String, Tensor>> layers = new LinkedHashMap<>();
    for (Outline.Entry entry : network.outline().entries()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      entry.parameters().stream()
          .filter(wanted)
          .forEach(
              each ->
                  tensors.put(
                      each.name(), new Tensor(each.shape(), reader.read(entry, each.name()))));
      if (!tensors.isEmpty()) {
        layers.put(entry.name(), Collections.unmodifiableMap(tensors));
      }
    }
    return Collections.unmodifiableMap(layers);
  }

  /** Where the numbers of a parameter come from, row by row. */
  @FunctionalInterface
  interface Reader {
    double[] read(Outline.Entry layer, String parameter);
  }

  /** The layers that have such parameters, from input to output. */
  public final List<String> layers() {
    return List.copyOf(layers.keySet());
  }

  /** The parameters of a layer, in the order in which it names them. */
  public final List<String> parameters(String layer) {
    return List.copyOf(tensors(Requirement.of("parameters", layer), layer).keySet());
  }

  /** The numbers of a parameter of rank 2, such as {@code kernel}, as {@code [inputs][units]}. */
  public final double[][] matrix(String layer, String parameter) {
    Requirement call = Requirement.of("matrix", layer, parameter);
    Tensor tensor = tensor(call, layer, parameter);
    rank(call, 2, parameter, tensor, "vector");
    return tensor.rows();
  }

  /** The numbers of a parameter of rank 1, such as {@code bias}. */
  public final double[] vector(String layer, String parameter) {
    Requirement call = Requirement.of("vector", layer, parameter);
    Tensor tensor = tensor(call, layer, parameter);
    rank(call, 1, parameter, tensor, "matrix");
    return tensor.values();
  }

  /** The numbers of a parameter of any rank, row by row. */
  public final double[] values(String layer, String parameter) {
    return tensor(Requirement.of("values", layer, parameter), layer, parameter).values();
  }

  /** All numbers by layer and parameter. */
  final Map<String, Map<String, Tensor>> tensors() {
    return layers;
  }

  /** All numbers of a layer by parameter. */
  final Map<String, Tensor> tensors(Requirement call, String layer) {
    call.present("layer", layer)
        .that(
            layers.containsKey(layer),
            "layer",
            "the name of a layer that has parameters",
            layer,
            () -> "use another name: " + NearNames.advice(layer, layers.keySet()));
    return layers.get(layer);
  }

  /** The numbers of a parameter. */
  final Tensor tensor(Requirement call, String layer, String parameter) {
    Map<String, Tensor> tensors = tensors(call, layer);
    call.present("parameter", parameter)
        .that(
            tensors.containsKey(parameter),
            "parameter",
            "one of layer `" + layer + "`",
            parameter,
            () -> "use another name: " + NearNames.advice(parameter, tensors.keySet()));
    return tensors.get(parameter);
  }

  private static void rank(
      Requirement call, int rank, String parameter, Tensor tensor, String other) {
    call.that(
        tensor.shape().size() == rank,
        parameter,
        "of rank " + rank,
        tensor.shape().size(),
        "read it with `" + other + "`");
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof ParameterValues values
        && getClass() == values.getClass()
        && layers.equals(values.layers);
  }

  @Override
  public final int hashCode() {
    return layers.hashCode();
  }

  /** One line for each parameter: layer, name, shape and numbers. */
  @Override
  public final String toString() {
    List<String> lines = new ArrayList<>();
    layers.forEach(
        (layer, tensors) ->
            tensors.forEach((name, tensor) -> lines.add(layer + "." + name + " " + tensor)));
    return String.join(System.lineSeparator(), lines);
  }
}
