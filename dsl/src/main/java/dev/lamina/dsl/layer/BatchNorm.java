package dev.lamina.dsl.layer;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Batch normalization (Ioffe and Szegedy 2015): {@code y = gamma (x - mean) / sqrt(variance +
 * epsilon) + beta}, for each feature.
 *
 * <p>In training, mean and (biased) variance are those of the mini-batch, and the running averages
 * move: {@code moving = momentum moving + (1 - momentum) batch}. In prediction the running averages
 * take their place. A frozen layer does in training what it does in prediction, as in Keras.
 *
 * <ul>
 *   <li>input x and output y: {@code [batch, n]}, with at least 2 samples in a training batch
 *       unless it is frozen
 *   <li>{@code gamma} (initially 1) and {@code beta} (initially 0): {@code [n]}, learned
 *   <li>{@code movingMean} (initially 0) and {@code movingVariance} (initially 1): {@code [n]}, not
 *       trainable
 * </ul>
 *
 * @param momentum how much of the running averages stays after a batch, in [0, 1); 0.99 by default,
 *     as in Keras
 * @param epsilon what keeps the root above 0; 1e-5 by default, as in the paper
 * @param isFrozen whether training leaves gamma, beta and the running averages as they are; false
 *     by default
 * @param name the name, if the user gave one
 */
public record BatchNorm(double momentum, double epsilon, boolean isFrozen, Optional<String> name)
    implements Layer {

  private static final double DEFAULT_MOMENTUM = 0.99;
  private static final double DEFAULT_EPSILON = 1e-5;

  /** With every option at its default. */
  public BatchNorm() {
    this(DEFAULT_MOMENTUM, DEFAULT_EPSILON, false, Optional.empty());
  }

  /** Checks the numbers. */
  public BatchNorm {
    Requirement.of("batchNorm")
        .share(
            "momentum", momentum, "give the part of the running average that stays, such as 0.99")
        .positive("epsilon", epsilon, "give a small number, such as 1e-5")
        .readable(name);
  }

  /** The same layer with this momentum of the running averages. */
  public BatchNorm momentum(double kept) {
    return new BatchNorm(kept, epsilon, isFrozen, name);
  }

  /** The same layer with this number added to the variance. */
  public BatchNorm epsilon(double added) {
    return new BatchNorm(momentum, added, isFrozen, name);
  }

  /**
   * The same layer that training leaves as it is: gamma, beta and the running averages do not move,
   * and normalize training batches too. The layers before it still learn through it.
   */
  public BatchNorm frozen() {
    return new BatchNorm(momentum, epsilon, true, name);
  }

  @Override
  public BatchNorm named(String given) {
    return new BatchNorm(momentum, epsilon, isFrozen, Requirement.name(given));
  }

  @Override
  public String type() {
    return "BatchNormalization";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return List.of(
        new Parameter("gamma", List.of(input.size()), !isFrozen),
        new Parameter("beta", List.of(input.size()), !isFrozen),
        Parameter.kept("movingMean", input.size()),
        Parameter.kept("movingVariance", input.size()));
  }

  @Override
  public Activation outputActivation() {
    return new Linear();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.batchNorm(this);
  }

  @Override
  public String toString() {
    return Code.call("batchNorm")
        .thenIf(momentum != DEFAULT_MOMENTUM, "momentum", momentum)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .thenIf(isFrozen, "frozen")
        .named(name)
        .toString();
  }
}
