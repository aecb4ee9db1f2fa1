package dev.lamina.training.model;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Precision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a network by the names of its layers: {@code kernel} and {@code bias} of dense
 * layers, {@code gamma}, {@code beta}, {@code movingMean} and {@code movingVariance} of batch
 * normalization.
 *
 * <p>An immutable value; {@link Model#withWeights} gives a network that has them.
 */
public final class Weights {

  private static final String SAME_LAYERS =
      "take the weights of a network with the same layers under the same names.";

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
    return List.copyOf(tensors(Requirement.of("parameters", layer), layer).keySet());
  }

  /** A parameter of rank 2, such as {@code kernel}, as {@code [inputs][units]}. */
  public double[][] matrix(String layer, String parameter) {
    Requirement call = Requirement.of("matrix", layer, parameter);
    Tensor tensor = tensor(call, layer, parameter);
    rank(call, 2, parameter, tensor, "vector");
    return tensor.rows();
  }

  /** A parameter of rank 1, such as {@code bias}. */
  public double[] vector(String layer, String parameter) {
    Requirement call = Requirement.of("vector", layer, parameter);
    Tensor tensor = tensor(call, layer, parameter);
    rank(call, 1, parameter, tensor, "matrix");
    return tensor.values();
  }

  /** The same weights but for this parameter of rank 2. */
  public Weights with(String layer, String parameter, double[][] matrix) {
    Requirement call = Requirement.of("with", layer, parameter, new Code("matrix"));
    Tensor present = tensor(call, layer, parameter);
    return with(layer, parameter, present, call, Tensor.of(matrix, call));
  }

  /** The same weights but for this parameter of rank 1. */
  public Weights with(String layer, String parameter, double[] vector) {
    Requirement call = Requirement.of("with", layer, parameter, new Code("vector"));
    Tensor present = tensor(call, layer, parameter);
    return with(layer, parameter, present, call, Tensor.of(vector, call));
  }

  /** A parameter's numbers, row by row. */
  double[] values(String layer, String parameter) {
    return tensor(Requirement.of("values", layer, parameter), layer, parameter).values();
  }

  /** Everything that keeps this network from having these weights. */
  List<Problem> problemsIn(Network network, Precision precision) {
    Set<String> unknown = new LinkedHashSet<>(layers.keySet());
    List<Problem> problems = new ArrayList<>();
    for (Outline.Entry entry : network.outline().entries()) {
      unknown.remove(entry.name());
      entry.parameters().forEach(each -> problem(entry, each, precision).ifPresent(problems::add));
    }
    for (String layer : unknown) {
      String finding = "are for a layer `" + layer + "` too, which the network does not have.";
      problems.add(new Problem("The weights", finding, SAME_LAYERS));
    }
    return problems;
  }

  private Optional<Problem> problem(Outline.Entry entry, Parameter wanted, Precision precision) {
    Tensor given = layers.getOrDefault(entry.name(), Map.of()).get(wanted.name());
    if (given == null || !given.shape().equals(wanted.shape())) {
      String came = given == null ? "none under `" + entry.name() + "`" : "" + given.shape();
      String needed = "needs a `%s` of shape %s but the weights have %s.";
      return Optional.of(
          new Problem(
              entry.place(), needed.formatted(wanted.name(), wanted.shape(), came), SAME_LAYERS));
    }
    return given
        .firstNot(precision::holds)
        .map(
            value ->
                new Problem(
                    entry.place(),
                    "needs a `%s` within the range of %s but the weights have %s."
                        .formatted(wanted.name(), precision, Code.literal(value)),
                    "give smaller numbers, or train with `.precision(FLOAT64)`."));
  }

  private Weights with(
      String layer, String parameter, Tensor present, Requirement call, Tensor given) {
    call.that(
        present.shape().equals(given.shape()),
        parameter,
        "of shape " + present.shape(),
        given.shape(),
        "give as many numbers as the layer has");
    Optional<Double> notFinite = given.firstNot(Double::isFinite);
    notFinite.ifPresent(value -> call.finite(parameter, value, "give finite numbers only"));
    Map<String, Map<String, Tensor>> changed = new LinkedHashMap<>(layers);
    Map<String, Tensor> tensors = new LinkedHashMap<>(layers.get(layer));
    tensors.put(parameter, given);
    changed.put(layer, Collections.unmodifiableMap(tensors));
    return new Weights(Collections.unmodifiableMap(changed));
  }

  private Tensor tensor(Requirement call, String layer, String parameter) {
    Map<String, Tensor> tensors = tensors(call, layer);
    call.present("parameter", parameter)
        .that(
            tensors.containsKey(parameter),
            "parameter",
            "one of layer `" + layer + "`",
            parameter,
            "use another name: " + NearNames.advice(parameter, tensors.keySet()));
    return tensors.get(parameter);
  }

  private Map<String, Tensor> tensors(Requirement call, String layer) {
    call.present("layer", layer)
        .that(
            layers.containsKey(layer),
            "layer",
            "the name of a layer that has parameters",
            layer,
            "use another name: " + NearNames.advice(layer, layers.keySet()));
    return layers.get(layer);
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
