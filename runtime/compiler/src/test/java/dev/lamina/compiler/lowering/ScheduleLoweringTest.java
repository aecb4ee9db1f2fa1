package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Optimizers.adaBelief;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.compiler.lowering.schedule.ScheduledRate;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.Schedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

class ScheduleLoweringTest {

  private static final Schedule LINE = linearDecay(0.1, 0.01, 100);

  static Stream<Schedule> schedules() {
    return Stream.of(
        constantRate(0.1).perEpoch(),
        LINE,
        stepDecay(0.1, 0.5, 3).perEpoch(),
        exponentialDecay(0.1, 0.9, 7).staircase(),
        inverseTimeDecay(0.1, 0.9, 7).staircase().perEpoch(),
        polynomialDecay(0.1, 0.01, 7).power(2),
        cosineDecay(0.1, 7).alpha(0.1),
        cosineRestarts(0.1, 7).cycleFactor(3).peakFactor(0.5).alpha(0.1),
        oneCycle(0.1, 7).rise(0.5).startDivisor(10).endDivisor(20),
        warmUp(3, warmUp(2, LINE)).from(0.01),
        warmUp(3, stepDecay(0.1, 0.5, 3).perEpoch()),
        piecewise(0.1).then(3, 0.05).then(5, 0.01));
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        sgd(LINE),
        adam(LINE),
        momentum(LINE),
        nesterov(LINE),
        adaGrad(LINE),
        rmsProp(LINE),
        adamW(LINE),
        amsGrad(LINE),
        adaMax(LINE),
        adaDelta(LINE),
        nadam(LINE),
        lion(LINE),
        adaBelief(LINE));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void aScheduleSurvivesTheJsonOfDl4j(Schedule schedule) {
    ComputationGraphConfiguration configuration = lowered(adam(schedule));

    ComputationGraphConfiguration back =
        ComputationGraphConfiguration.fromJson(configuration.toJson());

    assertThat(back).isEqualTo(configuration);
    assertThat(updater(back)).isEqualTo(updater(configuration)).isNotEqualTo(updater(adam(0.3)));
    for (int k = 0; k < 20; k++) {
      assertThat(updater(back).getLearningRate(k, k / 3)).isEqualTo(schedule.at(k, k / 3));
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerTakesASchedule(Optimizer optimizer) {
    ComputationGraphConfiguration configuration = lowered(optimizer);

    ComputationGraphConfiguration back =
        ComputationGraphConfiguration.fromJson(configuration.toJson());

    assertThat(back).isEqualTo(configuration);
    assertThat(updater(back).getLearningRate(0, 0)).isEqualTo(0.1);
    assertThat(updater(back).getLearningRate(100, 7)).isEqualTo(0.01);
  }

  @Test
  void aNumberIsAPlainLearningRate() {
    IUpdater updater = updater(lowered(sgd(0.5)));

    assertThat(updater).isEqualTo(new Sgd(0.5));
  }

  @Test
  void aFactorMultipliesNumbersAndSchedules() {
    Sgd number = new Sgd(9);
    Sgd schedule = new Sgd(9);

    new RateLowering(constantRate(0.5), 0.1).set(number);
    new RateLowering(LINE, 0.1).set(schedule);

    assertThat(number).isEqualTo(new Sgd(0.05));
    assertThat(schedule).isEqualTo(new Sgd(new ScheduledRate(LINE, 0.1)));
    assertThat(schedule.getLearningRate(50, 0)).isEqualTo(0.1 * LINE.rateAt(50));
  }

  @Test
  void aScheduleIsWrittenByItsWordAndNoClassButOursIsNamed() {
    String json = lowered(sgd(warmUp(5, stepDecay(0.1, 0.5, 3).perEpoch()))).toJson();

    assertThat(json)
        .contains("\"@class\" : \"dev.lamina.compiler.lowering.schedule.ScheduledRate\"")
        .contains("\"is\":\"warmUp\"")
        .contains("\"is\":\"stepDecay\"")
        .doesNotContain("dev.lamina.dsl");
  }

  @Test
  void aWordThatIsNoScheduleIsRefused() {
    String json = lowered(sgd(LINE)).toJson();

    String other = json.replace("\"linearDecay\"", "\"java.util.ArrayList\"");

    assertThat(other).isNotEqualTo(json);
    assertThatThrownBy(() -> ComputationGraphConfiguration.fromJson(other))
        .hasStackTraceContaining("Could not resolve type id 'java.util.ArrayList'");
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void aScheduleCanBeSerializedAndCopied(Schedule schedule)
      throws IOException, ClassNotFoundException {
    ScheduledRate rate = new ScheduledRate(schedule, 0.1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new ObjectOutputStream(bytes).writeObject(rate);
    Object back = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(back).isEqualTo(rate).hasSameHashCodeAs(rate).hasToString(rate.toString());
    assertThat(rate.clone()).isEqualTo(rate).isNotEqualTo(new ScheduledRate(schedule, 0.2));
  }

  private static ComputationGraphConfiguration lowered(Optimizer optimizer) {
    return Lowered.network(
        training(meanSquaredError(), optimizer),
        dense(3).named("hidden"),
        batchNorm(),
        dense(1).named("out"));
  }

  private static IUpdater updater(ComputationGraphConfiguration configuration) {
    BaseLayer hidden = Lowered.layer(configuration, "hidden", DenseLayer.class);
    BaseLayer out = Lowered.layer(configuration, "out", DenseLayer.class);
    assertThat(out.getIUpdater()).isEqualTo(hidden.getIUpdater());
    return hidden.getIUpdater();
  }

  private static IUpdater updater(Optimizer optimizer) {
    return updater(lowered(optimizer));
  }
}
