package dev.lamina.training.check;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.optimizer.Sgd;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.loop.SampleOrder;
import dev.lamina.training.model.Gradients;
import dev.lamina.training.model.Model;
import dev.lamina.training.preparation.Preparation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the derivatives a of back-propagation with central differences {@code n = (f(w + h) -
 * f(w - h)) / 2h} for every number that is learned, in double precision; prints itself as a table.
 *
 * <p>f is all that training minimizes on the data as one mini-batch, penalties included. Batch
 * normalization takes mean and variance of the batch, and dropout drops the same on both sides. The
 * step h is {@code 1e-5 max(1, |w|)}, and the relative error {@code |a - n| / max(|a|, |n|, 1e-4
 * max(1, |f|))}: smaller derivatives drown in the rounding of f. Right derivatives differ by less
 * than 1e-6 unless a function bends within h, as ReLU does at 0. Every number costs two forward
 * passes, so take small networks and few samples.
 *
 * @param parameters how far apart both are, by parameter, from input to output
 */
public record GradientCheck(List<ParameterError> parameters) {

  /** Checks and copies the list. */
  public GradientCheck {
    Requirement.of("GradientCheck", parameters)
        .that(
            !parameters.isEmpty(),
            "parameters",
            "at least one",
            0,
            "check a network that learns something");
    parameters = List.copyOf(parameters);
  }

  /**
   * Checks a network with its initial weights, which come from seed 0.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, loss and data
   */
  public static GradientCheck gradientCheck(Network network, Loss loss, Dataset data) {
    new Requirement(new Code("gradientCheck(network, loss, data)"))
        .present("network", network)
        .present("loss", loss)
        .present("data", data);
    return gradientCheck(network, new TrainingPlan(loss, new Sgd()), data);
  }

  /**
   * Checks a network with its initial weights, which come from the seed of the plan, as dropout
   * does.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  public static GradientCheck gradientCheck(Network network, TrainingPlan plan, Dataset data) {
    new Requirement(new Code("gradientCheck(network, plan, data)"))
        .present("network", network)
        .present("plan", plan)
        .present("data", data);
    return checked(Model.untrained(network, plan.precision(Precision.FLOAT64)), data);
  }

  /**
   * Checks the network of a model with the weights that it has; the model stays as it is.
   *
   * @throws InvalidDescriptionException with everything that is wrong with the data
   */
  public static GradientCheck gradientCheck(Model model, Dataset data) {
    new Requirement(new Code("gradientCheck(model, data)"))
        .present("model", model)
        .present("data", data);
    TrainingPlan exact = model.plan().precision(Precision.FLOAT64);
    Model unprepared = Model.untrained(model.network(), exact).withWeights(model.weights());
    return checked(unprepared, model.prepared(data));
  }

  /** Whether no relative error is beyond this tolerance, such as 1e-6. */
  public boolean isPassed(double tolerance) {
    Requirement.of("isPassed", tolerance)
        .positive("tolerance", tolerance, "give the largest relative error, such as 1e-6");
    return worst().error() <= tolerance;
  }

  /** The parameter with the largest relative error. */
  public ParameterError worst() {
    return parameters.stream().max(Comparator.comparingDouble(ParameterError::error)).orElseThrow();
  }

  private static GradientCheck checked(Model exact, Dataset data) {
    List<Problem> problems = DataCheck.batchProblems(exact.network(), exact.plan(), data);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(
          "Gradient check of network `" + exact.network().name() + "`", problems);
    }
    Batch batch = Batch.of(data, SampleOrder.asGiven(data.size()), 0, data.size());
    Batch prepared = Preparation.of(exact.plan()).weigh(batch);
    return compared(
        exact.network(), exact.gradients(data), new CentralDifferences(exact, prepared));
  }

  /** Of gradients and differences, which need not be of the same weights. */
  static GradientCheck compared(
      Network network, Gradients gradients, CentralDifferences differences) {
    double loss = differences.loss();
    List<ParameterError> errors = new ArrayList<>();
    for (Outline.Entry layer : network.outline().entries()) {
      for (Parameter each : layer.parameters()) {
        if (each.trainable()) {
          double[] backward = gradients.values(layer.name(), each.name());
          double[] numeric = differences.of(layer, each);
          errors.add(ParameterError.worst(layer.name(), each.name(), backward, numeric, loss));
        }
      }
    }
    return new GradientCheck(errors);
  }

  /** A line for each parameter: its number with the largest relative error. */
  @Override
  public String toString() {
    int width = parameters.stream().mapToInt(each -> name(each).length()).reduce(9, Math::max);
    String format = "%-" + width + "s %14s %8s %18s %18s";
    String head =
        format.formatted(
            "parameter", "relative error", "at", "back-propagation", "central difference");
    return Stream.concat(Stream.of(head), parameters.stream().map(each -> line(format, each)))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(String format, ParameterError error) {
    return format.formatted(
        name(error),
        number("%.2e", error.error()),
        error.at(),
        number("%.10e", error.backPropagation()),
        number("%.10e", error.centralDifference()));
  }

  private static String name(ParameterError error) {
    return error.layer() + "." + error.parameter();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
