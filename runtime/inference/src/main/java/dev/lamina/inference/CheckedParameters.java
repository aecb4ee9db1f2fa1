package dev.lamina.inference;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of a network, read once, which fit it. */
final class CheckedParameters {

  private final Precision precision;
  private final Map<String, Map<String, double[]>> layers = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CheckedParameters(Precision precision) {
    this.precision = precision;
  }

  /**
   * Reads the numbers of a valid network.
   *
   * @throws InvalidDescriptionException with everything that does not fit
   */
  static CheckedParameters of(Network network, Precision precision, Parameters parameters) {
    CheckedParameters checked = new CheckedParameters(precision);
    for (Outline.Entry entry : network.outline().entries()) {
      entry.parameters().forEach(each -> checked.read(entry, each, parameters));
    }
    if (!checked.problems.isEmpty()) {
      throw new InvalidDescriptionException(
          "`PlainModel.of(network, precision, parameters)` for network `" + network.name() + "`",
          checked.problems);
    }
    return checked;
  }

  /** The numbers of this parameter of this layer. */
  double[] values(Outline.Entry layer, String parameter) {
    return layers.get(layer.name()).get(parameter);
  }

  private void read(Outline.Entry entry, Parameter wanted, Parameters parameters) {
    double[] values = parameters.values(entry.name(), wanted.name());
    Optional<Problem> problem =
        values == null || values.length != wanted.size()
            ? Optional.of(wrongSize(entry, wanted, values))
            : Arrays.stream(values)
                .filter(value -> !precision.holds(value))
                .mapToObj(value -> notHeld(entry, wanted, value))
                .findFirst();
    problem.ifPresent(problems::add);
    layers.computeIfAbsent(entry.name(), name -> new HashMap<>()).put(wanted.name(), values);
  }

  private static Problem wrongSize(Outline.Entry entry, Parameter wanted, double[] values) {
    String came = values == null ? "none" : values.length + " numbers";
    return new Problem(
        entry.place(),
        "needs a `%s` of shape %s, row by row, but the parameters have %s."
            .formatted(wanted.name(), wanted.shape(), came),
        "give the numbers of the trained layer `%s`.".formatted(entry.name()));
  }

  private Problem notHeld(Outline.Entry entry, Parameter wanted, double value) {
    return new Problem(
        entry.place(),
        "needs a `%s` of finite numbers within the range of %s but the parameters have %s."
            .formatted(wanted.name(), precision, Code.literal(value)),
        "train it again where numbers are not finite, or use FLOAT64 where they are large.");
  }
}
