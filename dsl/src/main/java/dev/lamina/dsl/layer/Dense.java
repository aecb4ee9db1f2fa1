package dev.lamina.dsl.layer;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.shape.Flat;
import dev.lamina.dsl.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Fully connected neurons: {@code y = f(x W + b)}.
 *
 * <ul>
 *   <li>input x: {@code [batch, n]}
 *   <li>weights W ({@code kernel}): {@code [n, units]}; biases b ({@code bias}): {@code [units]},
 *       initially 0
 *   <li>output y: {@code [batch, units]}
 * </ul>
 *
 * @param units how many neurons, at least 1
 * @param activation f; linear by default
 * @param hasBias whether b is there; true by default
 * @param initializer the initial W; {@link VarianceScaling#GLOROT_UNIFORM} by default, as in Keras
 * @param penalty what W adds to the loss; nothing by default
 * @param name the name, if the user gave one
 */
public record Dense(
    int units,
    Activation activation,
    boolean hasBias,
    Initializer initializer,
    Penalty penalty,
    Optional<String> name)
    implements Layer, Activated<Dense> {

  /** With every option at its default. */
  public Dense(int units) {
    this(units, new Linear(), true, VarianceScaling.GLOROT_UNIFORM, Penalty.NONE, Optional.empty());
  }

  /** Checks the numbers. */
  public Dense {
    Requirement.of("dense", units)
        .atLeast(1, "units", units, "give the number of neurons, such as `dense(64)`")
        .present("activation", activation)
        .present("initializer", initializer)
        .present("penalty", penalty)
        .readable(name);
  }

  @Override
  public Dense activation(Activation function) {
    return new Dense(units, function, hasBias, initializer, penalty, name);
  }

  /** The same layer without biases: y = f(x W); of use before batch normalization. */
  public Dense noBias() {
    return new Dense(units, activation, false, initializer, penalty, name);
  }

  /** The same layer with weights that start so. */
  public Dense initializer(Initializer weights) {
    return new Dense(units, activation, hasBias, weights, penalty, name);
  }

  /** The same layer with {@code lambda sum |w|} added to the loss, over its weights. */
  public Dense l1(double lambda) {
    return penalty(penalty.l1(lambda));
  }

  /** The same layer with {@code lambda sum w^2} added to the loss, over its weights. */
  public Dense l2(double lambda) {
    return penalty(penalty.l2(lambda));
  }

  /** The factor of the absolute values of the weights in the loss. */
  public double l1() {
    return penalty.l1();
  }

  /** The factor of the squares of the weights in the loss. */
  public double l2() {
    return penalty.l2();
  }

  @Override
  public Dense named(String given) {
    return new Dense(units, activation, hasBias, initializer, penalty, Requirement.name(given));
  }

  @Override
  public String type() {
    return "Dense";
  }

  @Override
  public Shape outputShape(Shape input) {
    return new Flat(units);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Parameter kernel = Parameter.learned("kernel", input.size(), units);
    return hasBias ? List.of(kernel, Parameter.learned("bias", units)) : List.of(kernel);
  }

  @Override
  public Activation outputActivation() {
    return activation;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.dense(this);
  }

  @Override
  public String toString() {
    Code code = Code.call("dense", units);
    Code activated =
        activation.equals(new Linear()) ? code : new Code(code + "." + activation.word());
    Code weighted =
        activated
            .thenIf(!hasBias, "noBias")
            .thenIf(
                !initializer.equals(VarianceScaling.GLOROT_UNIFORM), "initializer", initializer);
    return penalty.appendTo(weighted).named(name).toString();
  }

  private Dense penalty(Penalty added) {
    return new Dense(units, activation, hasBias, initializer, added, name);
  }
}
