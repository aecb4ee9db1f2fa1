package dev.lamina.dsl.optimizer;

/**
 * A learning rate that may change while a network is trained: eta_k at step k.
 *
 * <p>A step is an iteration, that is an update of the weights, or, per epoch, an epoch. Steps are
 * counted from 0, so that the first update of a training has the rate of step 0, as in Keras and
 * PyTorch. A saved model knows how many it has had, from which DL4J goes on.
 *
 * <p>At a rate of 0 weights stay as they are, but for {@link Momentum} and {@link Nesterov}: their
 * velocity holds rates of the past, as in Keras, and moves weights on. PyTorch multiplies the
 * velocity by the rate of the moment instead.
 */
public sealed interface Schedule
    permits ConstantRate,
        LinearDecay,
        StepDecay,
        ExponentialDecay,
        InverseTimeDecay,
        PolynomialDecay,
        CosineDecay,
        CosineRestarts,
        OneCycle,
        WarmUp,
        Piecewise {

  /** The learning rate at this step, counted from 0. */
  double rateAt(long step);

  /** Whether a step is an epoch; otherwise it is an iteration. */
  boolean isPerEpoch();

  /** The learning rate of this update, in this epoch, both counted from 0. */
  default double at(int iteration, int epoch) {
    return rateAt(isPerEpoch() ? epoch : iteration);
  }

  /** Calls the method for this schedule. */
  <R> R accept(Cases<R> cases);

  /** Handles each schedule. */
  interface Cases<R> {

    /** The same rate throughout. */
    R constantRate(ConstantRate constantRate);

    /** Down a line. */
    R linearDecay(LinearDecay linearDecay);

    /** Down a stair of equal steps. */
    R stepDecay(StepDecay stepDecay);

    /** By the same factor in the same time. */
    R exponentialDecay(ExponentialDecay exponentialDecay);

    /** By one over time. */
    R inverseTimeDecay(InverseTimeDecay inverseTimeDecay);

    /** Down a power of the time that is left. */
    R polynomialDecay(PolynomialDecay polynomialDecay);

    /** Down half a cosine. */
    R cosineDecay(CosineDecay cosineDecay);

    /** Down half a cosine, again and again. */
    R cosineRestarts(CosineRestarts cosineRestarts);

    /** Up to a peak and far down. */
    R oneCycle(OneCycle oneCycle);

    /** Up a line, then by another schedule. */
    R warmUp(WarmUp warmUp);

    /** Rates from given steps on. */
    R piecewise(Piecewise piecewise);
  }
}
