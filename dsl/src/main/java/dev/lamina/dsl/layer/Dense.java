package dev.lamina.dsl.layer;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.shape.Flat;
import dev.lamina.dsl.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Fully connected neurons: {@code y = f(x W + b)}.
 *
 * <ul>
 *   <li>input x: {@code [batch, n]}
 *   <li>weights W ({@code kernel}): {@code [n, units]}, initially {@link
 *       VarianceScaling#GLOROT_UNIFORM} as in Keras; biases b ({@code bias}): {@code [units]},
 *       initially 0
 *   <li>output y: {@code [batch, units]}
 * </ul>
 *
 * <p>Options without "bias" in their names are for the weights alone.
 *
 * @param units how many neurons, at least 1
 * @param activation f; linear by default
 * @param kernel how W starts and what keeps it small; nothing by default
 * @param bias the same for b; without it there is no b
 * @param constraint what W obeys after every update; nothing by default
 * @param dropConnect the share of the weights that is dropped in training, in [0, 1); 0 by default
 * @param isFrozen whether W and b stay as they are in training; false by default
 * @param name the name, if the user gave one
 */
public record Dense(
    int units,
    Activation activation,
    ParameterOptions kernel,
    Optional<ParameterOptions> bias,
    Optional<Constraint> constraint,
    double dropConnect,
    boolean isFrozen,
    Optional<String> name)
    implements Layer, Activated<Dense> {

  private static final ParameterOptions DEFAULT_KERNEL =
      new ParameterOptions(VarianceScaling.GLOROT_UNIFORM);
  private static final ParameterOptions DEFAULT_BIAS = new ParameterOptions(new Constant(0));

  /** With every option at its default. */
  public Dense(int units) {
    this(
        units,
        new Linear(),
        DEFAULT_KERNEL,
        Optional.of(DEFAULT_BIAS),
        Optional.empty(),
        0,
        false,
        Optional.empty());
  }

  /** Checks the numbers. */
  public Dense {
    Requirement.of("dropConnect", dropConnect)
        .share(
            "rate", dropConnect, "give the share of weights to drop, such as `dropConnect(0.5)`");
    Initializer start = bias.orElse(DEFAULT_BIAS).initializer();
    Requirement.of("dense", units)
        .atLeast(1, "units", units, "give the number of neurons, such as `dense(64)`")
        .present("activation", activation)
        .present("kernel", kernel)
        .that(
            !start.isMatrix(),
            "biasInitializer",
            "one that can start vectors",
            start,
            "use another, such as `zeros()`")
        .readable(name);
  }

  @Override
  public Dense activation(Activation function) {
    return new Dense(units, function, kernel, bias, constraint, dropConnect, isFrozen, name);
  }

  /** Whether there are biases. */
  public boolean hasBias() {
    return bias.isPresent();
  }

  /** The same layer without biases: y = f(x W); of use before batch normalization. */
  public Dense noBias() {
    Requirement.of("noBias")
        .that(
            bias.isEmpty() || bias.equals(Optional.of(DEFAULT_BIAS)),
            "bias",
            "without options of its own",
            new Code("that of `" + this + "`"),
            "remove the options for biases, or `noBias()`");
    return new Dense(
        units, activation, kernel, Optional.empty(), constraint, dropConnect, isFrozen, name);
  }

  /** The same layer with weights that start so. */
  public Dense initializer(Initializer weights) {
    return kernel(kernel.initializer(weights));
  }

  /** How the weights start. */
  public Initializer initializer() {
    return kernel.initializer();
  }

  /** The same layer with biases that start so; each counts as many inputs as there are units. */
  public Dense biasInitializer(Initializer biases) {
    Requirement option = Requirement.of("biasInitializer", biases).present("initializer", biases);
    return bias(option, options -> options.initializer(biases));
  }

  /** The same layer with {@code lambda sum |w|} added to the loss, over its weights. */
  public Dense l1(double lambda) {
    return kernel(kernel.penalty(kernel.penalty().l1(lambda)));
  }

  /** The same layer with {@code lambda sum w^2} added to the loss, over its weights. */
  public Dense l2(double lambda) {
    return kernel(kernel.penalty(kernel.penalty().l2(lambda)));
  }

  /** The factor of the absolute values of the weights in the loss. */
  public double l1() {
    return kernel.penalty().l1();
  }

  /** The factor of the squares of the weights in the loss. */
  public double l2() {
    return kernel.penalty().l2();
  }

  /** The same layer with {@code lambda sum |b|} added to the loss, over its biases. */
  public Dense biasL1(double lambda) {
    Penalty.check("biasL1", lambda);
    return bias(
        Requirement.of("biasL1", lambda), biases -> biases.penalty(biases.penalty().l1(lambda)));
  }

  /** The same layer with {@code lambda sum b^2} added to the loss, over its biases. */
  public Dense biasL2(double lambda) {
    Penalty.check("biasL2", lambda);
    return bias(
        Requirement.of("biasL2", lambda), biases -> biases.penalty(biases.penalty().l2(lambda)));
  }

  /**
   * The same layer with decoupled weight decay, whatever the optimizer: {@code w <- w - eta lambda
   * w} beside its step (Loshchilov and Hutter 2017).
   *
   * <p>It takes the place of the optimizer's own, such as that of AdamW; 0 exempts these weights.
   * The loss does not hold it.
   */
  public Dense weightDecay(double lambda) {
    return kernel(kernel.weightDecay(lambda));
  }

  /**
   * The same layer with decoupled decay of its biases: {@code b <- b - eta lambda b}, in place of
   * the optimizer's own.
   */
  public Dense biasWeightDecay(double lambda) {
    Penalty.check("biasWeightDecay", lambda);
    return bias(Requirement.of("biasWeightDecay", lambda), biases -> biases.weightDecay(lambda));
  }

  /** The same layer with weights that obey this after every update, but not at the start. */
  public Dense constraint(Constraint obeyed) {
    Requirement.of("constraint", obeyed).present("constraint", obeyed);
    return new Dense(
        units, activation, kernel, bias, Optional.of(obeyed), dropConnect, isFrozen, name);
  }

  /** The same layer; the weights of each neuron have a norm of at most {@code max}. */
  public Dense maxNorm(double max) {
    return constraint(new MaxNorm(max));
  }

  /** The same layer; the weights of each neuron have a norm of 1. */
  public Dense unitNorm() {
    return constraint(new UnitNorm());
  }

  /** The same layer; the weights of each neuron have a norm between these. */
  public Dense minMaxNorm(double min, double max) {
    return constraint(new MinMaxNorm(min, max));
  }

  /** The same layer; no weight is negative. */
  public Dense nonNegative() {
    return constraint(new NonNegative());
  }

  /**
   * The same layer with DropConnect (Wan et al. 2013): in training, each weight is dropped (counts
   * as 0) with probability {@code rate}, and the others count {@code 1 / (1 - rate)} times; in
   * prediction nothing happens, which is equal in expectation.
   *
   * <p>Each mini-batch has a mask of its own (in the paper, each sample); biases are not dropped,
   * and a weight that is dropped has no gradient.
   */
  public Dense dropConnect(double rate) {
    return new Dense(units, activation, kernel, bias, constraint, rate, isFrozen, name);
  }

  /**
   * The same layer with weights and biases that stay as they are in training, whatever the
   * optimizer; the layers before it still learn.
   */
  public Dense frozen() {
    return new Dense(units, activation, kernel, bias, constraint, dropConnect, true, name);
  }

  @Override
  public Dense named(String given) {
    return new Dense(
        units,
        activation,
        kernel,
        bias,
        constraint,
        dropConnect,
        isFrozen,
        Requirement.name(given));
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
    Parameter weights = new Parameter("kernel", List.of(input.size(), units), !isFrozen);
    Parameter biases = new Parameter("bias", List.of(units), !isFrozen);
    return hasBias() ? List.of(weights, biases) : List.of(weights);
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
    Code shaped = activated.thenIf(!hasBias(), "noBias");
    Code weighted = kernel.appendTo(shaped, "", DEFAULT_KERNEL);
    Code biased = bias.orElse(DEFAULT_BIAS).appendTo(weighted, "bias", DEFAULT_BIAS);
    return constraint
        .map(obeyed -> new Code(biased + "." + obeyed))
        .orElse(biased)
        .thenIf(dropConnect != 0, "dropConnect", dropConnect)
        .thenIf(isFrozen, "frozen")
        .named(name)
        .toString();
  }

  private Dense kernel(ParameterOptions weights) {
    return new Dense(units, activation, weights, bias, constraint, dropConnect, isFrozen, name);
  }

  /** Changes the options of the biases, where there are biases. */
  private Dense bias(Requirement option, UnaryOperator<ParameterOptions> change) {
    option.that(
        hasBias(),
        "bias",
        "part of the layer",
        new Code("left out by `noBias()`"),
        "remove `noBias()`, or this option");
    return new Dense(
        units, activation, kernel, bias.map(change), constraint, dropConnect, isFrozen, name);
  }
}
