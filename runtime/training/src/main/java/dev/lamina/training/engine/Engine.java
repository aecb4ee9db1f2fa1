package dev.lamina.training.engine;

import dev.lamina.compiler.CompiledNetwork;
import dev.lamina.compiler.lowering.Lowering;
import dev.lamina.compiler.lowering.RateLowering;
import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.training.data.Batch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A compiled network with weights, running on DL4J.
 *
 * <p>Arrays of numbers come in and go out; the caller's random generator and workspaces stay as
 * they were. Safe for use by several threads, one at a time.
 */
public final class Engine {

  private final Plan plan;
  private final ComputationGraph graph;
  private final ForwardTap tap = new ForwardTap(this::read);
  private final DataType type;
  private final ScoreLowering score;
  private final FaultFinder faults;
  private final List<LearnedParameter> learned;
  private final Schedule schedule;
  private double rateFactor = 1;
  private double lastRate = Double.NaN;
  private Step forwardPass;

  private Engine(Plan plan, ComputationGraph graph) {
    this.plan = plan;
    this.graph = graph;
    this.type = graph.getConfiguration().getDataType();
    this.score = ScoreLowering.of(plan);
    this.faults = new FaultFinder(plan, graph);
    this.learned = LearnedParameter.of(plan);
    this.schedule = plan.training().optimizer().learningRate();
  }

  /**
   * The network with its initial weights.
   *
   * @throws IllegalStateException if no ND4J backend runs here
   */
  public static Engine create(CompiledNetwork compiled) {
    Backend.require();
    return EngineScope.run(
        scope -> {
          ComputationGraph graph = new ComputationGraph(Lowering.lower(compiled.plan()));
          graph.init();
          graph.setUpdater(
              ClippingUpdater.of(graph, compiled.plan())); // its state is there to be restored
          Engine engine = new Engine(compiled.plan(), graph);
          graph.setListeners(engine.tap);
          return engine;
        });
  }

  /** Updates the weights once, from this batch; dropout comes from the seed alone. */
  public synchronized Step train(Batch batch, long seed) {
    return EngineScope.seeded(
        seed,
        scope -> {
          INDArray[] features = {scope.matrix(batch.features(), batch.rows(), type)};
          INDArray[] targets = {scope.matrix(batch.targets(), batch.rows(), type)};
          lastRate = rateFactor * schedule.at(graph.getIterationCount(), graph.getEpochCount());
          graph.fit(features, targets);
          double loss = graph.score();
          Optional<Fault> fault =
              forwardPass.fault().or(() -> faults.inLoss(loss)).or(faults::inParameters);
          return new Step(loss, forwardPass.outputs(), fault);
        });
  }

  /** Does the same as {@link #train}, bit for bit, and looks into the layers meanwhile. */
  public synchronized Step observe(Batch batch, long seed) {
    LayerProbe probe = new LayerProbe(plan, learned, graph, batch.rows());
    graph.setListeners(tap, probe);
    try {
      Step step = train(batch, seed);
      return step.layers(probe.figures(step));
    } finally {
      graph.setListeners(tap);
    }
  }

  /**
   * The derivatives of the mean loss of this batch and of the penalties, by layer and by DL4J's key
   * of each learned parameter, row by row; nothing is learned, and dropout comes from the seed
   * alone.
   */
  public synchronized Map<String, Map<String, double[]>> gradients(Batch batch, long seed) {
    return EngineScope.seeded(
        seed,
        scope -> {
          graph.setInputs(scope.matrix(batch.features(), batch.rows(), type));
          graph.setLabels(scope.matrix(batch.targets(), batch.rows(), type));
          graph.computeGradientAndScore();
          BackwardPass backward = new BackwardPass(graph, batch.rows());
          Map<String, Map<String, double[]>> found = new HashMap<>();
          for (LearnedParameter each : learned) {
            found
                .computeIfAbsent(each.layer(), layer -> new HashMap<>())
                .put(each.key(), scope.values(backward.gradient(scope, each)));
          }
          graph.clearLayersStates();
          graph.clear();
          return found;
        });
  }

  /**
   * What training minimizes on this batch, mean loss and penalties, in a forward pass as a training
   * step makes it; nothing is learned, and dropout comes from the seed alone.
   */
  public synchronized double objective(Batch batch, long seed) {
    return EngineScope.seeded(
        seed,
        scope -> {
          double loss = loss(scope, batch, logits(scope, batch.features(), batch.rows(), true));
          graph.clearLayersStates();
          return loss;
        });
  }

  /** Counts an epoch as done. */
  public synchronized void endEpoch() {
    graph.incrementEpochCount();
  }

  /** Compares predictions for this batch with its targets; nothing is learned. */
  public synchronized Step evaluate(Batch batch) {
    return EngineScope.run(
        scope -> {
          INDArray logits = logits(scope, batch.features(), batch.rows(), false);
          double loss = loss(scope, batch, logits);
          return new Step(loss, outputs(scope, logits), faults.inLoss(loss));
        });
  }

  /** The network's outputs for these features, {@code [rows, outputs]} row by row. */
  public synchronized double[] predict(double[] features, int rows) {
    return EngineScope.run(scope -> outputs(scope, logits(scope, features, rows, false)));
  }

  /**
   * The network's outputs for these features as a forward pass of training gives them: what is
   * random there comes from the seed alone.
   */
  public synchronized double[] sample(double[] features, int rows, long seed) {
    return EngineScope.seeded(seed, scope -> outputs(scope, logits(scope, features, rows, true)));
  }

  /** The numbers of one parameter of a layer, row by row, by DL4J's key. */
  public synchronized double[] parameter(String layer, String key) {
    return EngineScope.run(scope -> scope.values(graph.getLayer(layer).getParam(key)));
  }

  /** Sets one parameter of a layer, row by row, by DL4J's key. */
  public synchronized void parameter(String layer, String key, double[] rowByRow) {
    EngineScope.run(
        scope -> {
          INDArray present = graph.getLayer(layer).getParam(key);
          INDArray given = scope.matrix(rowByRow, 1, type);
          return present.assign(given.reshape('c', present.shape()));
        });
  }

  /** What the network has learned so far. */
  public synchronized Snapshot snapshot() {
    return EngineScope.run(
        scope ->
            new Snapshot(
                graph.params().dup(),
                Optional.ofNullable(graph.getUpdater().getStateViewArray()).map(INDArray::dup),
                graph.getIterationCount(),
                graph.getEpochCount(),
                rateFactor));
  }

  /** Goes back, or on, to what a network of the same description had learned. */
  public synchronized void restore(Snapshot snapshot) {
    EngineScope.run(
        scope -> {
          snapshot
              .optimizerState()
              .ifPresent(state -> graph.getUpdater().getStateViewArray().assign(state));
          count(graph, snapshot.iterations(), snapshot.epochs());
          rateFactor(snapshot.rateFactor());
          return graph.params().assign(snapshot.parameters());
        });
  }

  /** Takes the parameters alone, and not the optimizer's state, of a network of the same layers. */
  public synchronized void takeParameters(Snapshot snapshot) {
    EngineScope.run(scope -> graph.params().assign(snapshot.parameters()));
  }

  /** The network as DL4J writes it, with weights and optimizer state. */
  public synchronized byte[] write() throws IOException {
    return EngineScope.run(scope -> NetworkZip.write(graph));
  }

  /**
   * Takes weights and optimizer state of a network of the same description from such bytes.
   *
   * @param iterations how many updates they come from
   * @param epochs how many epochs
   */
  public synchronized void read(byte[] zip, int iterations, int epochs) throws IOException {
    EngineScope.run(scope -> NetworkZip.read(zip, graph));
    count(graph, iterations, epochs);
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
    return rateFactor;
  }

  /** Multiplies the learning rates that the optimizer has from now on; what it remembers stays. */
  public synchronized void rateFactor(double factor) {
    RateLowering rate = new RateLowering(schedule, factor);
    graph.getUpdater().getUpdaterBlocks().forEach(rate::set);
    rateFactor = factor;
  }

  /** The learning rate of the last update; NaN before the first. */
  public synchronized double lastRate() {
    return lastRate;
  }

  /** A copy of the DL4J network. */
  public synchronized ComputationGraph copyOfGraph() {
    return EngineScope.run(
        scope -> {
          // DL4J's own clone shares its list of listeners, and starts at update 0: Adam would leap.
          ComputationGraph copy = new ComputationGraph(graph.getConfiguration().clone());
          copy.init(graph.params().dup(), false);
          Optional.ofNullable(graph.getUpdater().getStateViewArray())
              .ifPresent(state -> copy.getUpdater().setStateViewArray(state));
          count(copy, iterations(), epochs());
          return copy;
        });
  }

  private static void count(ComputationGraph graph, int iterations, int epochs) {
    graph.getConfiguration().setIterationCount(iterations);
    graph.getConfiguration().setEpochCount(epochs);
  }

  /** What ends a forward pass of prediction, or of training, before the output activation. */
  private INDArray logits(EngineScope scope, double[] features, int rows, boolean training) {
    graph.setInputs(scope.matrix(features, rows, type));
    Map<String, INDArray> activations = graph.feedForward(training, true, true);
    activations.values().forEach(scope::own);
    return activations.get(score.logits());
  }

  private double loss(EngineScope scope, Batch batch, INDArray logits) {
    INDArray targets = scope.matrix(batch.targets(), batch.rows(), type);
    return score.loss(targets, logits) + graph.calcRegularizationScore(true);
  }

  private double[] outputs(EngineScope scope, INDArray logits) {
    return scope.values(scope.own(score.outputs(logits)));
  }

  private void read(Map<String, INDArray> activations) {
    forwardPass =
        EngineScope.run(
            scope -> {
              INDArray logits = activations.get(score.logits());
              boolean finite = Finite.isAll(logits);
              return new Step(
                  Double.NaN, // the loss is known after the backward pass only
                  outputs(scope, logits),
                  finite ? Optional.empty() : faults.inForwardPass(activations));
            });
  }
}
