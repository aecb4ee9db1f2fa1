package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.lowering.call.Call;
import dev.lamina.compiler.lowering.call.HostArray;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward and backward pass of a batch of fixed size, as two lists of calls.
 *
 * <p>One product a layer forward and two backward; no gradient by what the network gets, nor by
 * what is frozen before the first layer that learns. The gradients, of the mean loss, are written
 * where the network has them, so that everything else sees the same network.
 */
public final class StepProgram implements AutoCloseable {

  private final Buffers buffers;
  private final HostArray features;
  private final Call[] forward;
  private final Head head;
  private final Call[] backward;
  private final Map<String, INDArray> activations;

  private StepProgram(
      Buffers buffers,
      INDArray features,
      Call[] forward,
      Head head,
      Call[] backward,
      Map<String, INDArray> activations) {
    this.buffers = buffers;
    this.features = HostArray.of(features);
    this.forward = forward;
    this.head = head;
    this.backward = backward;
    this.activations = Collections.unmodifiableMap(activations);
  }

  /** Lays out the steps of a plan for batches of so many rows. */
  public static StepProgram of(Plan plan, int rows, NetworkArrays arrays) {
    return Buffers.lay(plan, rows, buffers -> of(plan, buffers, arrays));
  }

  private static StepProgram of(Plan plan, Buffers buffers, NetworkArrays arrays) {
    INDArray features = buffers.batch(plan.inputShape().size());
    Calls forward = new Calls();
    Map<String, INDArray> given = new LinkedHashMap<>();
    List<Learner> stages = new ArrayList<>();
    given.put(Plan.INPUT, features);
    for (PlanNode node : plan.nodes().subList(0, plan.nodes().size() - 1)) {
      Layer layer = LayerOf.node(node);
      Site site = new Site(node.name(), given.get(node.source()), forward, buffers, arrays);
      Stage stage = layer.accept(new StageLowering(site));
      given.put(node.name(), stage.output());
      stages.add(new Learner(stage, learns(layer, node)));
    }
    PlanNode last = plan.last();
    Head head =
        new HeadLowering(LayerOf.score(plan), last.outputShape().size())
            .head(buffers, ScoreLowering.of(plan), given.get(last.source()));
    Call[] backward = backward(stages, head.slope());
    return new StepProgram(buffers, features, forward.list(), head, backward, given);
  }

  private static Call[] backward(List<Learner> stages, INDArray slope) {
    Calls backward = new Calls();
    INDArray reached = slope;
    for (int number = stages.size() - 1; number >= 0; number--) {
      boolean wanted = stages.subList(0, number).stream().anyMatch(Learner::learns);
      boolean used = wanted || stages.get(number).learns();
      if (used) {
        reached = stages.get(number).stage().backward(backward, reached, wanted);
      }
    }
    return backward.list();
  }

  /**
   * Computes the gradients of a batch.
   *
   * @param batch the features, row by row
   * @param targets what is wanted, row by row
   * @param weights how much the loss of each sample counts; none where each counts 1
   */
  public void run(double[] batch, double[] targets, double[] weights) {
    features.write(batch);
    run(forward);
    head.compare(targets, weights, buffers.rows());
    head.differentiate();
    run(backward);
  }

  private static void run(Call[] calls) {
    for (Call call : calls) {
      call.run();
    }
  }

  /** The mean loss of the last batch, without penalties. */
  public double loss() {
    return head.loss();
  }

  /** The outputs for the last batch, row by row; the next one overwrites them. */
  public double[] outputs() {
    return head.outputs();
  }

  /** Whether all logits of the last batch were finite. */
  public boolean isFinite() {
    return head.isFinite();
  }

  /** What each node gave for the last batch; the next one overwrites it. */
  public Map<String, INDArray> activations() {
    return activations;
  }

  @Override
  public void close() {
    buffers.close();
  }

  private static boolean learns(Layer layer, PlanNode node) {
    return layer.parameters(node.inputShape()).stream().anyMatch(Parameter::trainable);
  }

  private record Learner(Stage stage, boolean learns) {}
}
