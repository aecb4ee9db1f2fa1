package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.Schedules.cosineDecay;
import static dev.lamina.dsl.Schedules.cosineRestarts;
import static dev.lamina.dsl.Schedules.exponentialDecay;
import static dev.lamina.dsl.Schedules.inverseTimeDecay;
import static dev.lamina.dsl.Schedules.linearDecay;
import static dev.lamina.dsl.Schedules.oneCycle;
import static dev.lamina.dsl.Schedules.piecewise;
import static dev.lamina.dsl.Schedules.polynomialDecay;
import static dev.lamina.dsl.Schedules.stepDecay;
import static dev.lamina.dsl.Schedules.warmUp;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.nextRate;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training along schedules, in epochs of three batches that are all alike, by hand. */
class SchedulesTest {

  private static final int EPOCHS = 4;
  private static final int BATCHES = 3;
  private static final double[] ROW = {0.5, -1};
  private static final double[][] BATCH = {ROW, ROW};
  private static final double[] TARGETS = {2, 2};
  private static final Network UNIT =
      sequential(input(2), dense(1).initializer(zeros()).named("unit"));

  static Stream<Schedule> schedules() {
    return Stream.of(
        constantRate(0.1),
        linearDecay(0.1, 0.01, 7),
        linearDecay(0.1, 0.01, 3).perEpoch(),
        stepDecay(0.1, 0.5, 2),
        stepDecay(0.1, 0.5, 2).perEpoch(),
        exponentialDecay(0.1, 0.9, 3),
        exponentialDecay(0.1, 0.9, 2).staircase().perEpoch(),
        inverseTimeDecay(0.1, 0.9, 3),
        inverseTimeDecay(0.1, 0.9, 2).staircase().perEpoch(),
        polynomialDecay(0.1, 0.01, 7).power(2),
        polynomialDecay(0.1, 0.01, 3).power(2).perEpoch(),
        cosineDecay(0.1, 8),
        cosineDecay(0.1, 3).alpha(0.1).perEpoch(),
        cosineRestarts(0.1, 3),
        cosineRestarts(0.1, 1).peakFactor(0.5).perEpoch(),
        oneCycle(0.1, 10),
        oneCycle(0.1, 4).rise(0.5).perEpoch(),
        warmUp(4, linearDecay(0.1, 0.01, 5)),
        warmUp(2, constantRate(0.1).perEpoch()).from(0.01),
        piecewise(0.1).then(2, 0.05).then(9, 0),
        piecewise(0.1).then(2, 0.05).perEpoch());
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void descentMovesByTheRateOfEachStep(Schedule schedule) {
    TrainingResult result = train(UNIT, plan(sgd(schedule)), data());

    PlainUnit unit = PlainUnit.zero(2);
    for (int k = 0; k < EPOCHS * BATCHES; k++) {
      unit = unit.descended(schedule.at(k, k / BATCHES), BATCH, TARGETS);
    }
    assertUnit(result, unit);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void adamMovesByTheRateOfEachStep(Schedule schedule) {
    TrainingResult result = train(UNIT, plan(adam(schedule)), data());

    PlainUnit unit = PlainUnit.zero(2);
    double[][] state = new double[3][3];
    for (int k = 0; k < EPOCHS * BATCHES; k++) {
      double[] update = unit.gradient(BATCH, TARGETS);
      double rate = schedule.at(k, k / BATCHES);
      PlainOptimizer plain = PlainOptimizer.adam(rate, 0.9, 0.999, 1e-8);
      for (int i = 0; i < update.length; i++) {
        update[i] = plain.update(update[i], state[i], k + 1);
      }
      unit = unit.minus(update);
    }
    assertUnit(result, unit);
  }

  @Test
  void linearDecayIsThatOfTheTextbook() {
    TrainingPlan plan = plan(sgd(linearDecay(0.1, 0.01, 100))).epochs(40);

    TrainingResult result = train(UNIT, plan, data());

    PlainUnit unit = PlainUnit.zero(2);
    for (int k = 0; k < 120; k++) {
      double alpha = k < 100 ? k / 100.0 : 1;
      unit = unit.descended((1 - alpha) * 0.1 + alpha * 0.01, BATCH, TARGETS);
    }
    assertUnit(result, unit);
  }

  @Test
  void decoupledDecayFollowsTheSchedule() {
    Network network = sequential(input(1), dense(1).initializer(constant(2)).named("unit"));
    Dataset still = Dataset.of(new double[][] {{0}}, new double[] {0});
    Optimizer optimizer = adamW(piecewise(0.5).then(1, 0.25).then(2, 0)).weightDecay(0.1);

    TrainingResult result =
        train(network, training(meanSquaredError(), optimizer).epochs(4), still);

    double expected = 2 * (1 - 0.5 * 0.1) * (1 - 0.25 * 0.1);
    assertThat(unitKernel(result, "unit")).containsExactly(new double[] {expected}, EXACT);
  }

  @Test
  void atARateOfZeroMomentumStillMovesByItsVelocity() {
    Optimizer optimizer = momentum(piecewise(0.1).then(1, 0)).gamma(0.5);

    TrainingResult result = train(UNIT, plan(optimizer).epochs(1), data());

    double[] first = PlainUnit.zero(2).gradient(BATCH, TARGETS);
    double[] moved = Arrays.stream(first).map(g -> 0.1 * g * (1 + 0.5 + 0.25)).toArray();
    assertUnit(result, PlainUnit.zero(2).minus(moved));
  }

  @Test
  void atARateOfZeroNesterovStillMovesByItsVelocity() {
    Optimizer optimizer = nesterov(piecewise(0.1).then(1, 0)).gamma(0.5);

    TrainingResult result = train(UNIT, plan(optimizer).epochs(1), data());

    double[] first = PlainUnit.zero(2).gradient(BATCH, TARGETS);
    double[] moved = Arrays.stream(first).map(g -> 0.1 * g * (1 + 0.5 + 0.25 + 0.125)).toArray();
    assertUnit(result, PlainUnit.zero(2).minus(moved));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void aSavedModelGoesOnWithItsSchedule(Schedule schedule, @TempDir Path folder) {
    Path file = folder.resolve("model.lamina");
    Model model = train(UNIT, plan(adam(schedule)), data()).model();

    model.save(file);
    Model loaded = Model.load(file);

    assertThat(loaded.plan()).isEqualTo(model.plan());
    assertThat(loaded.plan().optimizer().learningRate()).isEqualTo(schedule);
    assertThat(nextRate(loaded)).isEqualTo(schedule.at(EPOCHS * BATCHES, EPOCHS));
    assertThat(nextRate(model)).isEqualTo(nextRate(loaded));
  }

  private static TrainingPlan plan(Optimizer optimizer) {
    return training(meanSquaredError(), optimizer).epochs(EPOCHS).batchSize(2);
  }

  private static Dataset data() {
    double[][] rows = new double[2 * BATCHES][];
    double[] targets = new double[2 * BATCHES];
    Arrays.fill(rows, ROW);
    Arrays.fill(targets, TARGETS[0]);
    return Dataset.of(rows, targets);
  }
}
