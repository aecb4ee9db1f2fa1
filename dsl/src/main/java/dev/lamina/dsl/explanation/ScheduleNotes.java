package dev.lamina.dsl.explanation;

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
import java.util.Optional;

/** What DL4J's own schedule of the same name does; of a constant rate, the optimizer says it. */
final class ScheduleNotes implements Schedule.Cases<Optional<String>> {

  private static final String NONE = Settings.MISSING;

  @Override
  public Optional<String> constantRate(ConstantRate constantRate) {
    return Optional.empty();
  }

  @Override
  public Optional<String> linearDecay(LinearDecay linearDecay) {
    return Optional.of(NONE);
  }

  @Override
  public Optional<String> stepDecay(StepDecay stepDecay) {
    return Optional.of(Settings.SAME);
  }

  @Override
  public Optional<String> exponentialDecay(ExponentialDecay exponentialDecay) {
    return Optional.of(exponentialDecay.isStaircase() ? NONE : "the factor is that of one step");
  }

  @Override
  public Optional<String> inverseTimeDecay(InverseTimeDecay inverseTimeDecay) {
    return Optional.of(inverseTimeDecay.isStaircase() ? NONE : "the decay is that of one step");
  }

  @Override
  public Optional<String> polynomialDecay(PolynomialDecay polynomialDecay) {
    return Optional.of("rises to twice the rate, and falls to 0 at once");
  }

  @Override
  public Optional<String> cosineDecay(CosineDecay cosineDecay) {
    return Optional.of(NONE);
  }

  @Override
  public Optional<String> cosineRestarts(CosineRestarts cosineRestarts) {
    return Optional.of(NONE);
  }

  @Override
  public Optional<String> oneCycle(OneCycle oneCycle) {
    return Optional.of("goes along lines");
  }

  @Override
  public Optional<String> warmUp(WarmUp warmUp) {
    return Optional.of("a saved model cannot be loaded");
  }

  @Override
  public Optional<String> piecewise(Piecewise piecewise) {
    return Optional.of(Settings.SAME);
  }
}
