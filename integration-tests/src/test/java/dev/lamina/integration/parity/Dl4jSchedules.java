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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.RampSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** DL4J's own schedule of the same name; what it counts by the step, it is given by the step. */
final class Dl4jSchedules implements Schedule.Cases<Optional<ISchedule>> {

  private static final ScheduleType BY_ITERATION = ScheduleType.ITERATION;

  @Override
  public Optional<ISchedule> constantRate(ConstantRate constant) {
    return Optional.of(new FixedSchedule(constant.rate()));
  }

  @Override
  public Optional<ISchedule> linearDecay(LinearDecay decay) {
    return Optional.empty();
  }

  @Override
  public Optional<ISchedule> stepDecay(StepDecay decay) {
    return Optional.of(
        new StepSchedule(BY_ITERATION, decay.initial(), decay.factor(), decay.every()));
  }

  @Override
  public Optional<ISchedule> exponentialDecay(ExponentialDecay decay) {
    double factor = Math.pow(decay.factor(), 1.0 / decay.steps());
    return decay.isStaircase()
        ? Optional.empty()
        : Optional.of(new ExponentialSchedule(BY_ITERATION, decay.initial(), factor));
  }

  @Override
  public Optional<ISchedule> inverseTimeDecay(InverseTimeDecay decay) {
    double gain = decay.decay() / decay.steps();
    return decay.isStaircase()
        ? Optional.empty()
        : Optional.of(new InverseSchedule(BY_ITERATION, decay.initial(), gain, 1));
  }

  /** DL4J's goes, or should go, to 0. */
  @Override
  public Optional<ISchedule> polynomialDecay(PolynomialDecay decay) {
    return Optional.of(
        new PolySchedule(BY_ITERATION, decay.initial(), decay.power(), decay.steps()));
  }

  @Override
  public Optional<ISchedule> cosineDecay(CosineDecay decay) {
    return Optional.empty();
  }

  @Override
  public Optional<ISchedule> cosineRestarts(CosineRestarts restarts) {
    return Optional.empty();
  }

  /** DL4J's goes along lines, and takes the momentum along. */
  @Override
  public Optional<ISchedule> oneCycle(OneCycle cycle) {
    return Optional.empty();
  }

  @Override
  public Optional<ISchedule> warmUp(WarmUp warmUp) {
    return warmUp.schedule().accept(this).map(after -> new RampSchedule(after, warmUp.steps()));
  }

  @Override
  public Optional<ISchedule> piecewise(Piecewise piecewise) {
    Map<Integer, Double> rates = new HashMap<>();
    rates.put(0, piecewise.initial());
    piecewise.changes().forEach(change -> rates.put(change.step(), change.rate()));
    return Optional.of(new MapSchedule(BY_ITERATION, rates));
  }
}
