package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.call.Call;
import dev.lamina.compiler.lowering.call.NativeCall;
import dev.lamina.compiler.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The exponential moving average of what a network learns: {@code a_1 = w_1} after the first
 * update, and {@code a_k = decay a_(k-1) + (1 - decay) w_k} after each further one, as in Keras.
 *
 * <p>Running averages of batch normalization take no part: they stay those of the latest weights.
 */
final class WeightAverage {

  private final OptionalDouble decay;
  private final INDArray parameters;
  private final List<INDArray> learned;
  private Optional<INDArray> average = Optional.empty();
  private Call[] update = {};

  private WeightAverage(OptionalDouble decay, INDArray parameters, List<INDArray> learned) {
    this.decay = decay;
    this.parameters = vector(parameters);
    this.learned = List.copyOf(learned);
  }

  /** Of no update so far; there never is one where the plan averages no weights. */
  static WeightAverage of(ComputationGraph graph, Plan plan, GraphArrays arrays) {
    List<INDArray> learned =
        LearnedParameter.of(plan).stream()
            .map(each -> arrays.parameter(each.layer(), each.key()))
            .toList();
    return new WeightAverage(plan.training().averageDecay(), graph.params(), learned);
  }

  private static INDArray vector(INDArray array) {
    return array.reshape(array.length());
  }

  /** Takes the present weights in, after an update. */
  void add() {
    if (decay.isPresent() && average.isEmpty()) {
      start(parameters);
      return;
    }
    for (Call call : update) {
      call.run();
    }
  }

  private void start(INDArray first) {
    INDArray made = vector(first.dup());
    INDArray factor = Nd4j.valueArrayOf(new long[] {1}, decay.getAsDouble(), made.dataType());
    double[] share = {1 - decay.getAsDouble()};
    update =
        new Call[] {
          NativeCall.of("multiply", List.of(made, factor), made),
          NativeCall.of("axpy", List.of(made, parameters), made, share)
        };
    average = Optional.of(made);
  }

  /** Work with a network. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Does this work with the average in place of the weights, if there is one. */
  <T, E extends Exception> T during(Work<T, E> work) throws E {
    if (average.isEmpty()) {
      return work.run();
    }
    INDArray latest = parameters.dup();
    try {
      show(average.get());
      return work.run();
    } finally {
      parameters.assign(latest);
      latest.close();
    }
  }

  /** Leaves the average in place of the weights, and starts anew; whether there was one. */
  boolean take() {
    boolean isThere = average.isPresent();
    average.ifPresent(this::show);
    forget();
    return isThere;
  }

  /** Starts anew. */
  void forget() {
    average.ifPresent(INDArray::close);
    average = Optional.empty();
    update = new Call[0];
  }

  private void show(INDArray shown) {
    for (INDArray each : learned) {
      long from = each.offset() - parameters.offset();
      INDArray part = shown.get(NDArrayIndex.interval(from, from + each.length()));
      each.assign(part.reshape(each.ordering(), each.shape()));
    }
  }

  /** A copy of the average, if there is one; only what is learned counts in it. */
  Optional<INDArray> copy() {
    return average.map(INDArray::dup);
  }

  /** Goes on from such a copy, or anew. */
  void restore(Optional<INDArray> copy) {
    forget();
    copy.filter(each -> decay.isPresent()).ifPresent(this::start);
  }
}
