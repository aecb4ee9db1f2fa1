package dev.lamina.training.model;

import dev.lamina.compiler.lowering.ParameterKeys;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Precision;
import dev.lamina.training.engine.Engine;
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
public final class Weights extends ParameterValues {

  private static final String SAME_LAYERS =
      "take the weights of a network with the same layers under the same names.";

  private Weights(Map<String, Map<String, Tensor>> layers) {
    super(layers);
  }

  /** Reads every parameter of a network. */
  static Weights read(Network network, Reader reader) {
    return new Weights(read(network, parameter -> true, reader));
  }

  /** Reads every parameter of a network that runs. */
  static Weights read(Network network, Engine engine) {
    return read(
        network,
        (layer, name) -> engine.parameter(layer.name(), ParameterKeys.of(layer.layer(), name)));
  }

  /** Gives them to a network of the same layers. */
  void write(Network network, Engine engine) {
    for (Outline.Entry layer : network.outline().entries()) {
      for (Parameter parameter : layer.parameters()) {
        engine.parameter(
            layer.name(),
            ParameterKeys.of(layer.layer(), parameter.name()),
            values(layer.name(), parameter.name()));
      }
    }
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

  /** The same weights but for these layers, whose parameters are those of other weights. */
  Weights taking(List<String> names, Weights from) {
    Map<String, Map<String, Tensor>> changed = new LinkedHashMap<>(tensors());
    names.forEach(name -> changed.put(name, from.tensors().get(name)));
    return new Weights(Collections.unmodifiableMap(changed));
  }

  /** Demands that this network can have them, which this call was given. */
  void requireFit(Network network, Precision precision, String call) {
    List<Problem> problems = problemsIn(network, precision);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(
          call + " for network `" + network.name() + "`", problems);
    }
  }

  /** Everything that keeps this network from having these weights. */
  List<Problem> problemsIn(Network network, Precision precision) {
    Set<String> unknown = new LinkedHashSet<>(layers());
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
    Tensor given = tensors().getOrDefault(entry.name(), Map.of()).get(wanted.name());
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
    Map<String, Map<String, Tensor>> changed = new LinkedHashMap<>(tensors());
    Map<String, Tensor> tensors = new LinkedHashMap<>(tensors().get(layer));
    tensors.put(parameter, given);
    changed.put(layer, Collections.unmodifiableMap(tensors));
    return new Weights(Collections.unmodifiableMap(changed));
  }
}
