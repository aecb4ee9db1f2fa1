package dev.lamina.integration.parity;

import dev.lamina.dsl.optimizer.ConstantRate;
import dev.lamina.dsl.optimizer.CosineDecay;
import dev.lamina.dsl.optimizer.CosineRestarts;
import dev.lamina.dsl.optimizer.ExponentialDecay;
import dev.lamina.dsl.optimizer.InverseTimeDecay;
import dev.lamina.dsl.optimizer.LinearDecay;
import dev.lamina.dsl.optimizer.OneCycle;
import dev.lamina.dsl.optimizer.Piecewise;
import dev.lamina.dsl.optimizer.PolynomialDecay;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.optimizer.StepDecay;
import dev.lamina.dsl.optimizer.WarmUp;

/** Each schedule in plain Java, step by step where that is another way than its formula. */
final class PlainSchedules implements Schedule.Cases<PlainSchedule> {

  @Override
  public PlainSchedule constantRate(ConstantRate constant) {
    return new PlainSchedule("eta", k -> constant.rate());
  }

  @Override
  public PlainSchedule linearDecay(LinearDecay decay) {
    double slope = (decay.last() - decay.initial()) / decay.steps();
    return new PlainSchedule(
        "(1 - a) eta_0 + a eta_tau, a = k / tau, then eta_tau",
        k -> k < decay.steps() ? decay.initial() + slope * k : decay.last());
  }

  @Override
  public PlainSchedule stepDecay(StepDecay decay) {
    return new PlainSchedule(
        "eta_0 factor^floor(k / every)",
        k -> {
          double rate = decay.initial();
          for (int step = decay.every(); step <= k; step += decay.every()) {
            rate *= decay.factor();
          }
          return rate;
        });
  }

  @Override
  public PlainSchedule exponentialDecay(ExponentialDecay decay) {
    return new PlainSchedule(
        "eta_0 factor^(k / steps)" + (decay.isStaircase() ? ", k / steps rounded down" : ""),
        k ->
            decay.initial()
                * Math.exp(Math.log(decay.factor()) * part(k, decay.steps(), decay.isStaircase())));
  }

  @Override
  public PlainSchedule inverseTimeDecay(InverseTimeDecay decay) {
    return new PlainSchedule(
        "eta_0 / (1 + decay k / steps)",
        k -> decay.initial() / (1 + decay.decay() * part(k, decay.steps(), decay.isStaircase())));
  }

  @Override
  public PlainSchedule polynomialDecay(PolynomialDecay decay) {
    return new PlainSchedule(
        "(eta_0 - eta_tau) (1 - k / tau)^power + eta_tau, then eta_tau",
        k -> {
          double left = Math.max(0, 1 - k / (double) decay.steps());
          return decay.last() + (decay.initial() - decay.last()) * Math.pow(left, decay.power());
        });
  }

  @Override
  public PlainSchedule cosineDecay(CosineDecay decay) {
    return new PlainSchedule(
        "eta_0 ((1 - alpha) (1 + cos(pi k / steps)) / 2 + alpha), then eta_0 alpha",
        k -> decay.initial() * descent(Math.min(1, k / (double) decay.steps()), decay.alpha()));
  }

  /** Counts the steps of each cycle. */
  @Override
  public PlainSchedule cosineRestarts(CosineRestarts restarts) {
    return new PlainSchedule(
        "cosines of the lengths T, T c, T c^2, ..., each from peakFactor times the last peak",
        k -> {
          double start = 0;
          double length = restarts.firstCycle();
          double peak = 1;
          while (start + length <= k) {
            start += length;
            length *= restarts.cycleFactor();
            peak *= restarts.peakFactor();
          }
          double cosine = (1 + Math.cos(Math.PI * (k - start) / length)) / 2;
          return restarts.initial() * ((1 - restarts.alpha()) * peak * cosine + restarts.alpha());
        });
  }

  @Override
  public PlainSchedule oneCycle(OneCycle cycle) {
    double low = cycle.peak() / cycle.startDivisor();
    double last = low / cycle.endDivisor();
    double top = cycle.rise() * cycle.steps() - 1;
    double end = cycle.steps() - 1;
    return new PlainSchedule(
        "half cosines from peak / 25 up to peak, down to peak / 250000",
        k -> {
          if (k >= end) {
            return last;
          }
          return k < top
              ? cycle.peak() + (low - cycle.peak()) * descent(k / top, 0)
              : last + (cycle.peak() - last) * descent((k - top) / (end - top), 0);
        });
  }

  @Override
  public PlainSchedule warmUp(WarmUp warmUp) {
    PlainSchedule after = warmUp.schedule().accept(this);
    int steps = warmUp.steps();
    double slope = (after.rate().applyAsDouble(0) - warmUp.from()) / steps;
    return new PlainSchedule(
        "a line from `from` to the first rate, then " + after.formula() + " with k - steps for k",
        k -> k < steps ? warmUp.from() + slope * k : after.rate().applyAsDouble(k - steps));
  }

  @Override
  public PlainSchedule piecewise(Piecewise piecewise) {
    return new PlainSchedule(
        "the rate of the last change at or before k",
        k ->
            piecewise.changes().stream()
                .filter(change -> change.step() <= k)
                .mapToDouble(Piecewise.Change::rate)
                .reduce(piecewise.initial(), (before, after) -> after));
  }

  private static double part(int k, int steps, boolean staircase) {
    return staircase ? Math.floorDiv(k, steps) : k / (double) steps;
  }

  private static double descent(double done, double alpha) {
    return (1 - alpha) * (1 + Math.cos(Math.PI * done)) / 2 + alpha;
  }
}
