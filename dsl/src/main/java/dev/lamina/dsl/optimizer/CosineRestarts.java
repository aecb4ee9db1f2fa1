package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that goes down half a cosine and starts anew, in cycles without end: SGDR
 * (Loshchilov and Hutter 2017).
 *
 * <pre>{@code
 * eta_k = eta_0 ((1 - alpha) peakFactor^i (1 + cos(pi t / T_i)) / 2 + alpha)
 * T_i   = firstCycle cycleFactor^i
 * }</pre>
 *
 * <p>i counts the cycles that are done, and t the steps since. Keras has it as {@code
 * CosineDecayRestarts(eta_0, firstCycle, t_mul, m_mul, alpha)}, PyTorch, without peakFactor, as
 * {@code CosineAnnealingWarmRestarts}.
 *
 * @param initial eta_0, at least 0
 * @param firstCycle the steps of the first cycle, at least 1
 * @param cycleFactor how much longer each cycle is than the one before, at least 1; 2 by default,
 *     as in Keras
 * @param peakFactor what each cycle multiplies the peak of the one before by, above 0; 1 by default
 * @param alpha which part of eta_0 is the end of a cycle, in [0, 1); 0 by default
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record CosineRestarts(
    double initial,
    int firstCycle,
    double cycleFactor,
    double peakFactor,
    double alpha,
    boolean isPerEpoch)
    implements Schedule {

  private static final double DEFAULT_CYCLE_FACTOR = 2.0;
  private static final double DEFAULT_PEAK_FACTOR = 1.0;
  private static final double DEFAULT_ALPHA = 0.0;

  /** With every option at its default. */
  public CosineRestarts(double initial, int firstCycle) {
    this(initial, firstCycle, DEFAULT_CYCLE_FACTOR, DEFAULT_PEAK_FACTOR, DEFAULT_ALPHA, false);
  }

  /** Checks the numbers. */
  public CosineRestarts {
    boolean lasts = cycleFactor >= 1 && Double.isFinite(cycleFactor);
    Requirement.of("cosineRestarts", initial, firstCycle)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .atLeast(1, "firstCycle", firstCycle, "give the steps of the first cycle, such as 100")
        .that(
            lasts,
            "cycleFactor",
            "a finite number of at least 1",
            cycleFactor,
            "give how much longer the next cycle is, such as 2")
        .positive("peakFactor", peakFactor, "give the next peak as a part of this, such as 0.5")
        .share("alpha", alpha, "give the last rate as a part of the first, such as 0.01");
  }

  /** The same schedule whose cycles each last so many times the one before. */
  public CosineRestarts cycleFactor(double times) {
    return new CosineRestarts(initial, firstCycle, times, peakFactor, alpha, isPerEpoch);
  }

  /** The same schedule whose peaks are each this part of the one before. */
  public CosineRestarts peakFactor(double part) {
    return new CosineRestarts(initial, firstCycle, cycleFactor, part, alpha, isPerEpoch);
  }

  /** The same schedule whose cycles end at this part of its first rate. */
  public CosineRestarts alpha(double share) {
    return new CosineRestarts(initial, firstCycle, cycleFactor, peakFactor, share, isPerEpoch);
  }

  /** The same schedule with epochs for steps. */
  public CosineRestarts perEpoch() {
    return new CosineRestarts(initial, firstCycle, cycleFactor, peakFactor, alpha, true);
  }

  @Override
  public double rateAt(long step) {
    double cycle = cycleOf(step);
    double done = (step - start(cycle)) / (firstCycle * Math.pow(cycleFactor, cycle));
    double height = Math.pow(peakFactor, cycle) * CosineDecay.descent(done);
    return initial * ((1 - alpha) * height + alpha);
  }

  private double cycleOf(long step) {
    double cycles = (double) step / firstCycle;
    double passed =
        cycleFactor == 1 ? cycles : Math.log1p(cycles * (cycleFactor - 1)) / Math.log(cycleFactor);
    // For the first step of a cycle the logarithm may be a little too small, or too large before.
    double near = Math.rint(passed);
    return start(near) <= step ? Math.max(near, Math.floor(passed)) : near - 1;
  }

  /** The first step of a cycle. */
  private double start(double cycle) {
    return firstCycle
        * (cycleFactor == 1 ? cycle : (Math.pow(cycleFactor, cycle) - 1) / (cycleFactor - 1));
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.cosineRestarts(this);
  }

  @Override
  public String toString() {
    return Code.call("cosineRestarts", initial, firstCycle)
        .thenIf(cycleFactor != DEFAULT_CYCLE_FACTOR, "cycleFactor", cycleFactor)
        .thenIf(peakFactor != DEFAULT_PEAK_FACTOR, "peakFactor", peakFactor)
        .thenIf(alpha != DEFAULT_ALPHA, "alpha", alpha)
        .thenIf(isPerEpoch, "perEpoch")
        .toString();
  }
}
