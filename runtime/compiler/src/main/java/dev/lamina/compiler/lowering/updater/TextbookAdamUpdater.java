package dev.lamina.compiler.lowering.updater;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * Turns gradients into the updates of {@link TextbookAdam}, in place.
 *
 * <p>The state of n parameters is one vector of 2n numbers, first all m, then all v.
 *
 * <p>ND4J's native op does a step in one pass, but corrects the bias in the arrays' own precision,
 * adds epsilon to the uncorrected root, and takes epsilon for a rate of 0. So its correction is
 * switched off, by an iteration at which the powers of beta are 0, and the textbook's is written in
 * its arguments: {@code rate m^ / (sqrt(v^) + epsilon)} is {@code rate c m / (sqrt(v) + epsilon
 * sqrt(1 - beta2^t))} with {@code c = sqrt(1 - beta2^t) / (1 - beta1^t)}.
 */
final class TextbookAdamUpdater implements GradientUpdater<TextbookAdam> {

  private static final String MEAN = "M";
  private static final String SQUARES = "V";

  /** The op raises beta to one more than this, which for every usual beta gives 0. */
  private static final int ENDLESS = Integer.MAX_VALUE;

  private final TextbookAdam config;
  private INDArray mean;
  private INDArray squares;

  TextbookAdamUpdater(TextbookAdam config) {
    this.config = config;
  }

  @Override
  public TextbookAdam getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    if (!stateMap.keySet().equals(Set.of(MEAN, SQUARES))) {
      throw new IllegalArgumentException(
          "TextbookAdam expects the state arrays M and V, but got "
              + stateMap.keySet()
              + ". Fix: restore the state that this optimizer saved.");
    }
    mean = stateMap.get(MEAN);
    squares = stateMap.get(SQUARES);
    if (initialize) {
      mean.assign(0);
      squares.assign(0);
    }
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of(MEAN, mean, SQUARES, squares);
  }

  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    long half = viewArray.length() / 2;
    INDArray state = viewArray.reshape(2 * half);
    if (initialize) {
      state.assign(0);
    }
    mean = state.get(NDArrayIndex.interval(0, half)).reshape(gradientOrder, gradientShape);
    squares =
        state.get(NDArrayIndex.interval(half, 2 * half)).reshape(gradientOrder, gradientShape);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    double beta1 = representable(config.beta1());
    double beta2 = representable(config.beta2());
    double step = iteration + 1.0;
    double root = Math.sqrt(1 - Math.pow(beta2, step));
    double rate = rate(iteration, epoch) * root / (1 - Math.pow(beta1, step));
    double added = config.hasEpsilonHat() ? config.epsilon() : config.epsilon() * root;
    double epsilon = Math.max(added, smallest());
    boolean still = Math.abs(rate) < smallest();
    INDArray update =
        gradient.equalShapes(mean)
            ? gradient
            : gradient.reshape(gradient.ordering(), true, mean.shape());
    Nd4j.exec(
        new AdamUpdater(update, squares, mean, still ? 1 : rate, beta1, beta2, epsilon, ENDLESS));
    if (still) {
      update.muli(0);
    }
  }

  private double rate(int iteration, int epoch) {
    double rate = config.getLearningRate(iteration, epoch);
    if (!(rate >= 0 && Double.isFinite(rate))) {
      throw new IllegalStateException(
          "The learning rate of %s at iteration %d, epoch %d is %s, but must be %s. %s"
              .formatted(
                  config,
                  iteration,
                  epoch,
                  rate,
                  "finite and zero or greater",
                  "Fix: correct the schedule."));
    }
    return rate;
  }

  /**
   * The beta that the op computes with: corrections must use the same, or the two do not cancel.
   */
  private double representable(double beta) {
    return isDouble() ? beta : Math.min((float) beta, Math.nextDown(1.0f));
  }

  /** Below this, an argument may reach the op as 0, for which it has a meaning of its own. */
  private double smallest() {
    return isDouble() ? Double.MIN_NORMAL : Float.MIN_NORMAL;
  }

  private boolean isDouble() {
    return mean.dataType() == DataType.DOUBLE;
  }
}
