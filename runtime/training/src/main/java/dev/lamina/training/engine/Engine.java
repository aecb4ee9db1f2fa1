package dev.lamina.training.engine;

import dev.lamina.compiler.CompiledNetwork;
import dev.lamina.compiler.lowering.Lowering;
import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.training.data.Batch;
import java.io.IOException;
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
  private final DataType type;
  private final ScoreLowering score;
  private final FaultFinder faults;
  private Step step;

  private Engine(Plan plan, ComputationGraph graph) {
    this.plan = plan;
    this.graph = graph;
    this.type = graph.getConfiguration().getDataType();
    this.score = ScoreLowering.of(plan);
    this.faults = new FaultFinder(plan, graph);
  }

  /**
   * The network with its initial weights.
   *
   * @throws IllegalStateException if no ND4J backend runs here
   */
  public static Engine create(CompiledNetwork compiled) {
    Backend.require();
    try (EngineScope scope = EngineScope.open()) {
      ComputationGraph graph = new ComputationGraph(Lowering.lower(compiled.plan()));
      graph.init();
      graph.getUpdater();
      Engine engine = new Engine(compiled.plan(), graph);
      graph.setListeners(new ForwardTap(engine::read));
      return engine;
    }
  }

  /** Updates the weights once, from this batch; dropout comes from the seed alone. */
  public synchronized Step train(Batch batch, long seed) {
    try (EngineScope scope = EngineScope.seeded(seed)) {
      INDArray[] features = {matrix(batch.features(), batch.rows())};
      INDArray[] targets = {matrix(batch.targets(), batch.rows())};
      graph.fit(features, targets);
      Optional<Fault> fault = step.fault().or(() -> faults.inLoss(graph.score()));
      return new Step(graph.score(), step.outputs(), fault);
    }
  }

  /** Counts an epoch as done; tells where a parameter is not finite any more, if one is. */
  public synchronized Optional<Fault> endEpoch() {
    try (EngineScope scope = EngineScope.open()) {
      graph.incrementEpochCount();
      return Arrays.areFinite(graph.params()) ? Optional.empty() : faults.inParameters();
    }
  }

  /** Compares predictions for this batch with its targets; nothing is learned. */
  public synchronized Step evaluate(Batch batch) {
    try (EngineScope scope = EngineScope.open()) {
      Map<String, INDArray> activations = forward(batch.features(), batch.rows());
      INDArray logits = activations.get(score.logits());
      double loss =
          score.loss(matrix(batch.targets(), batch.rows()), logits)
              + graph.calcRegularizationScore(true);
      return new Step(loss, Arrays.values(score.outputs(logits)), faults.inLoss(loss));
    }
  }

  /** The network's outputs for these features, {@code [rows, outputs]} row by row. */
  public synchronized double[] predict(double[] features, int rows) {
    try (EngineScope scope = EngineScope.open()) {
      INDArray logits = forward(features, rows).get(score.logits());
      return Arrays.values(score.outputs(logits));
    }
  }

  /** The weights of one parameter of a layer, row by row, such as {@code kernel} or {@code bias}. */
  public synchronized double[] parameter(String layer, String key) {
    try (EngineScope scope = EngineScope.open()) {
      return Arrays.values(graph.getLayer(layer).getParam(key));
    }
  }

  /** Sets one parameter of a layer, row by row. */
  public synchronized void parameter(String layer, String key, double[] rowByRow) {
    try (EngineScope scope = EngineScope.open()) {
      INDArray present = graph.getLayer(layer).getParam(key);
      INDArray given = Arrays.matrix(rowByRow, 1, type);
      present.assign(given.reshape('c', present.shape()));
    }
  }

  /** What the network has learned so far. */
  public synchronized Snapshot snapshot() {
    try (EngineScope scope = EngineScope.open()) {
      return new Snapshot(
          graph.params().dup(),
          Optional.ofNullable(graph.getUpdater().getStateViewArray()).map(INDArray::dup),
          graph.getIterationCount(),
          graph.getEpochCount());
    }
  }

  /** Goes back, or on, to what a network of the same description had learned. */
  public synchronized void restore(Snapshot snapshot) {
    try (EngineScope scope = EngineScope.open()) {
      graph.params().assign(snapshot.parameters());
      snapshot
          .optimizerState()
          .ifPresent(state -> graph.getUpdater().getStateViewArray().assign(state));
      graph.getConfiguration().setIterationCount(snapshot.iterations());
      graph.getConfiguration().setEpochCount(snapshot.epochs());
    }
  }

  /** The network as DL4J writes it, with weights and optimizer state. */
  public synchronized byte[] write() throws IOException {
    try (EngineScope scope = EngineScope.open()) {
      return NetworkZip.write(graph);
    }
  }

  /** Takes weights and optimizer state of a network of the same description from such bytes. */
  public synchronized void read(byte[] zip) throws IOException {
    try (EngineScope scope = EngineScope.open()) {
      NetworkZip.read(zip, graph);
    }
  }

  /** A copy of the DL4J network. */
  public synchronized ComputationGraph copyOfGraph() {
    try (EngineScope scope = EngineScope.open()) {
      ComputationGraph copy = graph.clone();
      copy.setListeners();
      return copy;
    }
  }

  private Map<String, INDArray> forward(double[] features, int rows) {
    graph.setInputs(matrix(features, rows));
    return graph.feedForward(false, true, true);
  }

  private void read(Map<String, INDArray> activations) {
    INDArray logits = activations.get(score.logits());
    Optional<Fault> fault =
        Arrays.areFinite(logits) ? Optional.empty() : faults.inForwardPass(activations);
    step = new Step(Double.NaN, Arrays.values(score.outputs(logits)), fault);
  }

  private INDArray matrix(double[] rowByRow, int rows) {
    return Arrays.matrix(rowByRow, rows, type);
  }
}
