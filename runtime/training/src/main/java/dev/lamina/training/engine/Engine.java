package dev.lamina.training.engine;

import dev.lamina.compiler.CompiledNetwork;
import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.lowering.step.Penalties;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.training.backend.Backend;
import dev.lamina.training.data.Batch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A compiled network with weights, running on DL4J.
 *
 * <p>Arrays of numbers come in and go out; the caller's random generator and workspaces stay as
 * they were. Safe for use by several threads, one at a time.
 */
public final class Engine implements AutoCloseable {

  private final Plan plan;
  private final ComputationGraph graph;
  private final ScoreLowering score;
  private final FaultFinder faults;
  private final List<LearnedParameter> learned;
  private final Rate rate;
  private final GraphArrays arrays;
  private final Penalties penalties;
  private final Backpropagation backpropagation;
  private final Prediction prediction;
  private final Update update;
  private final WeightAverage average;
  private final Lifetime lifetime = new Lifetime();
  private Optional<Fault> forwardFault = Optional.empty();

  private Engine(Plan plan, ComputationGraph graph, StepKind kind) {
    this.plan = plan;
    this.graph = graph;
    this.score = ScoreLowering.of(plan);
    this.faults = new FaultFinder(plan, graph);
    this.learned = LearnedParameter.of(plan);
    this.rate = new Rate(graph, plan.training().optimizer().learningRate());
    this.arrays = new GraphArrays(graph);
    this.penalties = Penalties.of(plan, arrays);
    List<INDArray> gradients = learned.stream().map(arrays::gradient).toList();
    this.backpropagation = kind.backpropagation(plan, graph, arrays, gradients);
    this.prediction = kind.prediction(plan, graph, arrays);
    this.update = new Update(graph, plan, arrays, gradients);
    this.average = WeightAverage.of(graph, plan, arrays);
  }

  /**
   * The network with its initial weights.
   *
   * @throws IllegalStateException if no ND4J backend runs here
   */
  public static Engine create(CompiledNetwork compiled) {
    return create(compiled, StepKind.on(Backend.choose().kind()));
  }

  /** The network with its initial weights, whose training steps are computed so. */
  static Engine create(CompiledNetwork compiled, StepKind kind) {
    return EngineScope.run(scope -> new Engine(compiled.plan(), Graphs.of(compiled.plan()), kind));
  }

  /**
   * Updates the weights once, from this batch and those accumulated before; dropout comes from the
   * seed alone. The outputs of the step are those of the network until its next step.
   */
  public synchronized Step train(Batch batch, long seed) {
    return lifetime.seeded(
        seed,
        scope -> {
          Step step = backpropagate(batch, (pass, activations) -> {});
          update.join(batch.rows());
          return descend(step);
        });
  }

  /**
   * Puts the gradients of this batch aside for the next update; running averages move at once.
   * Dropout comes from the seed alone.
   */
  public synchronized Step accumulate(Batch batch, long seed) {
    return lifetime.seeded(
        seed,
        scope -> {
          Step step = backpropagate(batch, (pass, activations) -> {});
          update.accumulate(batch.rows());
          return step;
        });
  }

  /** The gradients that were put aside for the next update, as bytes; none where none were. */
  public synchronized byte[] aside() {
    return lifetime.run(scope -> update.aside());
  }

  /** Puts aside what {@link #aside()} gave; throws where it is of another description. */
  public synchronized void aside(byte[] gradients) throws IOException {
    lifetime.run(scope -> update.aside(gradients, scope));
  }

  /** Does the same as {@link #train}, bit for bit, and looks into the layers meanwhile. */
  public synchronized Step observe(Batch batch, long seed) {
    return lifetime.seeded(
        seed,
        scope -> {
          LayerProbe probe = new LayerProbe(plan, learned, arrays, batch.rows());
          Step step = backpropagate(batch, (pass, activations) -> probe.forward(activations));
          update.join(batch.rows());
          probe.backward();
          Step done = descend(step);
          return done.layers(probe.figures(done));
        });
  }

  private Step backpropagate(Batch batch, Backpropagation.Watcher also) {
    double penalty = penalties.sum(); // of the weights before they move
    forwardFault = Optional.empty();
    Backpropagation.Pass pass =
        backpropagation.run(
            batch,
            (seen, activations) -> {
              if (!seen.isFinite()) {
                forwardFault = faults.inForwardPass(activations);
              }
              also.look(seen, activations);
            });
    double loss = pass.loss() + penalty;
    return new Step(loss, pass.outputs(), forwardFault.or(() -> faults.inLoss(loss)));
  }

  private Step descend(Step step) {
    rate.note();
    update.descend();
    average.add();
    return step.fault().isPresent() ? step : step.fault(faults.inParameters());
  }

  /**
   * The derivatives of the mean loss of this batch and of the penalties, by layer and by DL4J's key
   * of each learned parameter, row by row; nothing is learned, and dropout comes from the seed
   * alone.
   */
  public synchronized Map<String, Map<String, double[]>> gradients(Batch batch, long seed) {
    return lifetime.seeded(
        seed,
        scope -> {
          backpropagate(batch, (pass, activations) -> {});
          update.penalize();
          return arrays.gradients(learned, scope);
        });
  }

  /** What training minimizes on this batch, in a forward pass as {@link #gradients} makes it. */
  public synchronized double objective(Batch batch, long seed) {
    return lifetime.seeded(
        seed, scope -> new Dl4jForward(graph, score, true).compare(batch).loss() + penalties.sum());
  }

  /** Gives back the memory of batches; what runs a batch later takes it anew. */
  public synchronized void rest() {
    backpropagation.close();
    prediction.close();
    update.close();
  }

  /** Gives back all native memory: whatever computes is refused from now on. */
  @Override
  public synchronized void close() {
    if (lifetime.end()) {
      rest();
      average.forget();
      Graphs.close(graph);
    }
  }

  /** Counts an epoch as done. */
  public synchronized void endEpoch() {
    graph.incrementEpochCount();
  }

  /**
   * Compares predictions for this batch with its targets; nothing is learned. Where the plan
   * averages weights, the average predicts.
   */
  public synchronized Step evaluate(Batch batch) {
    return lifetime.run(scope -> average.during(() -> compared(batch)));
  }

  private Step compared(Batch batch) {
    Prediction.Compared compared = prediction.compare(batch);
    double loss = compared.loss() + penalties.sum();
    return new Step(loss, compared.outputs(), faults.inLoss(loss));
  }

  /** Ends a training: where the plan averages weights, the average takes their place. */
  public synchronized void takeAverage() {
    lifetime.run(scope -> average.take());
  }

  /** The outputs for rows of features from {@code from}, inclusive, to {@code to}, exclusive. */
  public synchronized double[][] predict(double[][] features, int from, int to) {
    return lifetime.run(scope -> prediction.outputs(features, from, to));
  }

  /** The same of a forward pass of training: what is random there comes from the seed alone. */
  public synchronized double[][] sample(double[][] features, int from, int to, long seed) {
    return lifetime.seeded(
        seed, scope -> new Dl4jForward(graph, score, true).outputs(features, from, to));
  }

  /** The numbers of one parameter of a layer, row by row, by DL4J's key. */
  public synchronized double[] parameter(String layer, String key) {
    return lifetime.run(scope -> scope.values(arrays.parameter(layer, key)));
  }

  /** Sets one parameter of a layer, row by row, by DL4J's key. */
  public synchronized void parameter(String layer, String key, double[] rowByRow) {
    lifetime.run(scope -> arrays.assign(layer, key, rowByRow, scope));
  }

  /** What the network has learned so far. */
  public synchronized Snapshot snapshot() {
    return lifetime.run(scope -> Snapshot.of(graph, rate.factor(), average.copy()));
  }

  /** Goes back, or on, to what a network of the same description had learned. */
  public synchronized void restore(Snapshot snapshot) {
    lifetime.run(
        scope -> {
          rate.factor(snapshot.rateFactor());
          average.restore(snapshot.average());
          return Graphs.restore(graph, snapshot);
        });
  }

  /** Takes the parameters alone, and not the optimizer's state, of a network of the same layers. */
  public synchronized void takeParameters(Snapshot snapshot) {
    lifetime.run(scope -> graph.params().assign(snapshot.parameters()));
  }

  /**
   * The network as DL4J writes it, with weights and optimizer state. Where the plan averages
   * weights, and training is not over, the average is in their place, as it predicts.
   */
  public synchronized byte[] write() throws IOException {
    return lifetime.run(scope -> average.during(() -> NetworkZip.write(graph)));
  }

  /** Takes weights and optimizer state of a network that is the same, so many updates old. */
  public synchronized void read(NetworkNumbers numbers, int iterations, int epochs)
      throws IOException {
    lifetime.run(scope -> Graphs.fill(graph, numbers, scope));
    Graphs.count(graph, iterations, epochs);
  }

  /**
   * What a network had learned, of which {@link Snapshot#bytes} are these; throws if of another.
   */
  public synchronized Snapshot snapshot(
      byte[] numbers, int iterations, int epochs, double rateFactor) throws IOException {
    return lifetime.run(scope -> Snapshot.of(numbers, snapshot(), iterations, epochs, rateFactor));
  }

  /** How many updates the weights have seen. */
  public synchronized int iterations() {
    return graph.getIterationCount();
  }

  /** How many epochs the weights have seen. */
  public synchronized int epochs() {
    return graph.getEpochCount();
  }

  /** What the learning rates that the optimizer has are multiplied by; 1 at first. */
  public synchronized double rateFactor() {
    return rate.factor();
  }

  /** Multiplies the learning rates that the optimizer has from now on; what it remembers stays. */
  public synchronized void rateFactor(double factor) {
    rate.factor(factor);
  }

  /** The learning rate of the last update; NaN before the first. */
  public synchronized double lastRate() {
    return rate.last();
  }

  /** A copy of the DL4J network. */
  public synchronized ComputationGraph copyOfGraph() {
    return lifetime.run(scope -> Graphs.copy(graph));
  }
}
