package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How the weights, or the biases, of a layer start and what keeps them small.
 *
 * @param initializer how they start
 * @param penalty what they add to the loss
 * @param weightDecay the share of them, times the learning rate, that an update takes away apart
 *     from the gradient, at least 0; the optimizer's unless given
 */
public record ParameterOptions(
    Initializer initializer, Penalty penalty, OptionalDouble weightDecay) {

  /** Checks the parts. */
  public ParameterOptions {
    Requirement.of("initializer", initializer).present("initializer", initializer);
    Requirement.of("penalty", penalty).present("penalty", penalty);
    weightDecay.ifPresent(lambda -> Penalty.check("weightDecay", lambda));
  }

  /** Starting so, with nothing of their own that keeps them small. */
  public ParameterOptions(Initializer initializer) {
    this(initializer, Penalty.NONE, OptionalDouble.empty());
  }

  /** The same options with another start. */
  public ParameterOptions initializer(Initializer start) {
    return new ParameterOptions(start, penalty, weightDecay);
  }

  /** The same options with another penalty. */
  public ParameterOptions penalty(Penalty added) {
    return new ParameterOptions(initializer, added, weightDecay);
  }

  /** The same options with this decay in place of the optimizer's. */
  public ParameterOptions weightDecay(double lambda) {
    return new ParameterOptions(initializer, penalty, OptionalDouble.of(lambda));
  }

  /** Chains what is not the default to a layer's code, each option with this before its name. */
  Code appendTo(Code layer, String prefix, ParameterOptions defaults) {
    Object[] decay = weightDecay.stream().boxed().toArray();
    return layer
        .thenIf(
            !initializer.equals(defaults.initializer), option(prefix, "initializer"), initializer)
        .thenIf(penalty.l1() != 0, option(prefix, "l1"), penalty.l1())
        .thenIf(penalty.l2() != 0, option(prefix, "l2"), penalty.l2())
        .thenIf(decay.length > 0, option(prefix, "weightDecay"), decay);
  }

  private static String option(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
