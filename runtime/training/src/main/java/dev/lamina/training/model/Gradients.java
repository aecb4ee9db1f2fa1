package dev.lamina.training.model;

import dev.lamina.compiler.lowering.ParameterKeys;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.loop.SampleOrder;
import dev.lamina.training.preparation.Preparation;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The derivatives of what training minimizes by all that it moves, by the names of layers and
 * parameters: {@code kernel} and {@code bias} of dense layers, {@code gamma} and {@code beta} of
 * batch normalization.
 *
 * <p>An immutable value, of the shapes of the {@link Weights}; {@link Model#gradients} gives it.
 */
public final class Gradients extends ParameterValues {

  private Gradients(Map<String, Map<String, Tensor>> layers) {
    super(layers);
  }

  /**
   * The gradients of a network with its weights, by all samples of a batch.
   *
   * @throws InvalidDescriptionException with everything that is wrong with the data
   */
  static Gradients of(Network network, TrainingPlan plan, Engine engine, Dataset batch) {
    List<Problem> problems = DataCheck.batchProblems(network, plan, batch);
    if (!problems.isEmpty()) {
      String subject = "`gradients(batch)` of network `" + network.name() + "`";
      throw new InvalidDescriptionException(subject, problems);
    }
    int[] order = SampleOrder.asGiven(batch.size());
    Batch all = Preparation.of(plan).weigh(Batch.of(batch, order, 0, order.length));
    Map<String, Map<String, double[]>> found = engine.gradients(all, Seeds.iteration(plan, 0));
    return read(
        network,
        (layer, name) -> found.get(layer.name()).get(ParameterKeys.of(layer.layer(), name)));
  }

  /** Reads the gradient of every learned parameter of a network. */
  static Gradients read(Network network, Reader reader) {
    return new Gradients(read(network, Parameter::trainable, reader));
  }

  /** The Euclidean norm of all numbers together. */
  public double norm() {
    return norm(tensors().values().stream().flatMap(layer -> layer.values().stream()));
  }

  /** The Euclidean norm of all numbers of a layer together. */
  public double norm(String layer) {
    return norm(tensors(Requirement.of("norm", layer), layer).values().stream());
  }

  private static double norm(Stream<Tensor> tensors) {
    return tensors.flatMapToDouble(each -> DoubleStream.of(each.values())).reduce(0, Math::hypot);
  }
}
