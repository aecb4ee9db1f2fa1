package dev.lamina.compiler.lowering.updater;

import dev.lamina.compiler.lowering.call.Call;
import dev.lamina.compiler.lowering.call.NativeCall;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.UpdaterBlock.ParamState;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.Regularization.ApplyStep;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * DL4J's update of the parameters that share an optimizer, in two halves, between which the
 * gradient is that of all that is minimized.
 */
public final class BlockUpdate {

  private static final double NO_RATE = 1; // what DL4J hands over where there is none

  private final UpdaterBlock block;
  private final Optimization optimization;
  private final List<Term> penalties;
  private final List<Term> decays;

  /** Of a block of a network's updater. */
  public BlockUpdate(UpdaterBlock block) {
    this.block = block;
    this.optimization =
        Optimization.of(block.getGradientUpdater(), vector(block.getGradientView()));
    this.penalties = terms(block, ApplyStep.BEFORE_UPDATER);
    this.decays = terms(block, ApplyStep.POST_UPDATER);
  }

  /** The first half: adds the derivatives of the penalties to the gradients. */
  public void penalize(int iteration, int epoch) {
    apply(penalties, iteration, epoch);
  }

  /** The second half: turns the gradients into what the parameters lose. */
  public void optimize(int iteration, int epoch) {
    optimization.apply(iteration, epoch);
    apply(decays, iteration, epoch);
  }

  private void apply(List<Term> terms, int iteration, int epoch) {
    if (terms.isEmpty()) {
      return;
    }
    double rate = rate(iteration, epoch);
    for (Term each : terms) {
      each.apply(rate, iteration, epoch);
    }
  }

  private static List<Term> terms(UpdaterBlock block, ApplyStep step) {
    List<Term> terms = new ArrayList<>();
    for (ParamState each : block.getLayersAndVariablesInBlock()) {
      for (Regularization term : terms(each.getLayer(), each.getParamName())) {
        if (term.applyStep() == step) {
          terms.add(term(term, each.getParamView(), each.getGradView()));
        }
      }
    }
    return List.copyOf(terms);
  }

  /** What DL4J has, but without a native object made at each step. */
  private static Term term(Regularization term, INDArray parameter, INDArray gradient) {
    List<INDArray> inputs = List.of(vector(gradient), vector(parameter));
    if (term instanceof L2Regularization l2 && l2.getL2() instanceof FixedSchedule fixed) {
      Call call = NativeCall.of("axpy", inputs, inputs.get(0), new double[] {fixed.getValue()});
      return (rate, iteration, epoch) -> call.run();
    }
    Sweep<?> sweep = Sweep.of(inputs.get(0), inputs.subList(1, 2));
    if (term instanceof L1Regularization l1 && l1.getL1() instanceof FixedSchedule fixed) {
      return (rate, iteration, epoch) -> addSigns(sweep, fixed.getValue());
    }
    if (term instanceof DecoupledWeightDecay decay) {
      return (rate, iteration, epoch) -> addValues(sweep, rate * decay.coefficient());
    }
    return (rate, iteration, epoch) -> term.apply(parameter, gradient, rate, iteration, epoch);
  }

  private static <N extends Numbers<N>> void addSigns(Sweep<N> sweep, double factor) {
    while (sweep.next()) {
      sweep.spare().sign(factor, sweep.part(0));
      sweep.gradient().blend(1, 1, sweep.spare());
    }
  }

  private static <N extends Numbers<N>> void addValues(Sweep<N> sweep, double factor) {
    while (sweep.next()) {
      sweep.gradient().blend(1, factor, sweep.part(0));
    }
  }

  private static INDArray vector(INDArray array) {
    return array.reshape(array.ordering(), new long[] {array.length()});
  }

  /** DL4J writes none as null. */
  private static List<Regularization> terms(Trainable layer, String key) {
    List<Regularization> terms = layer.getConfig().getRegularizationByParam(key);
    return terms == null ? List.of() : terms;
  }

  private double rate(int iteration, int epoch) {
    IUpdater optimizer = block.getGradientUpdater().getConfig();
    return optimizer.hasLearningRate() ? optimizer.getLearningRate(iteration, epoch) : NO_RATE;
  }

  /** Something that is added to a gradient. */
  @FunctionalInterface
  private interface Term {
    void apply(double rate, int iteration, int epoch);
  }
}
