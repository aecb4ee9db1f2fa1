package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.stepDecay;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.nextRate;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.training.ReduceOnPlateau;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings that never improve enough: with a patience of 1, every epoch from the second on halves
 * the rate of the next.
 */
class ReduceOnPlateauTest {

  private static final double[][] ROWS = {{0.5, -1}, {2, 1}};
  private static final double[] TARGETS = {2, -1};
  private static final Dataset DATA = Dataset.of(ROWS, TARGETS);
  private static final double[] RATES = {0.1, 0.1, 0.05, 0.025, 0.0125};
  private static final ReduceOnPlateau HALVING =
      reduceOnPlateau(training(loss())).factor(0.5).patience(1).minDelta(1e9);
  private static final Network UNIT =
      sequential(input(2), dense(1).initializer(zeros()).named("unit"));

  @Test
  void momentumKeepsItsVelocityWhileTheRateGoesDown() {
    TrainingResult result = train(UNIT, plan(momentum(0.1)), DATA);

    PlainUnit unit = PlainUnit.zero(2);
    double[] velocity = new double[3];
    for (double rate : RATES) {
      double[] gradient = unit.gradient(ROWS, TARGETS);
      for (int i = 0; i < 3; i++) {
        velocity[i] = 0.9 * velocity[i] + rate * gradient[i];
      }
      unit = unit.minus(velocity);
    }
    assertUnit(result, unit);
  }

  @Test
  void adamKeepsItsMomentsWhileTheRateGoesDown() {
    TrainingResult result = train(UNIT, plan(adam(0.1)), DATA);

    PlainUnit unit = PlainUnit.zero(2);
    double[][] state = new double[3][3];
    for (int k = 0; k < RATES.length; k++) {
      double[] update = unit.gradient(ROWS, TARGETS);
      PlainOptimizer plain = PlainOptimizer.adam(RATES[k], 0.9, 0.999, 1e-8);
      for (int i = 0; i < 3; i++) {
        update[i] = plain.update(update[i], state[i], k + 1);
      }
      unit = unit.minus(update);
    }
    assertUnit(result, unit);
  }

  @Test
  void aScheduleIsMultiplied() {
    TrainingPlan plan = plan(sgd(stepDecay(0.1, 0.1, 3).perEpoch()));

    TrainingResult result = train(UNIT, plan, DATA);

    double[] rates = {0.1, 0.1, 0.05, 0.0025, 0.00125};
    PlainUnit unit = PlainUnit.zero(2);
    for (double rate : rates) {
      unit = unit.descended(rate, ROWS, TARGETS);
    }
    assertUnit(result, unit);
    assertThat(learningRates(result)).containsExactly(rates, within(1e-15));
  }

  @Test
  void theHistoryShowsTheRateOfEachEpoch() {
    TrainingResult result = train(UNIT, plan(sgd(0.1)), DATA);

    double[] rates = learningRates(result);

    assertThat(rates).containsExactly(RATES, within(1e-15));
  }

  @Test
  void decoupledDecayIsReducedToo() {
    Network network = sequential(input(1), dense(1).initializer(constant(2)).named("unit"));
    Dataset still = Dataset.of(new double[][] {{0}}, new double[] {0});

    TrainingResult result = train(network, plan(adamW(0.1).weightDecay(0.5)), still);

    double expected = 2;
    for (double rate : RATES) {
      expected *= 1 - 0.5 * rate;
    }
    assertThat(unitKernel(result, "unit")).containsExactly(new double[] {expected}, EXACT);
  }

  @Test
  void aRateThatHelpsIsKept() {
    TrainingPlan plan =
        training(meanSquaredError(), sgd(0.05))
            .epochs(20)
            .adjustRate(reduceOnPlateau(training(loss())).patience(1).minDelta(0));

    TrainingResult result = train(UNIT, plan, DATA);

    assertThat(learningRates(result)).containsOnly(0.05);
  }

  @Test
  void everyLayerIsReducedAndThePartsOfTheStateStayWhereTheyAre() {
    Network network = sequential(input(2), dense(3), batchNorm(), dense(1).named("unit"));
    TrainingPlan adjusted = plan(adam(stepDecay(0.1, 0.5, 2))).epochs(3);
    TrainingPlan scheduled = training(meanSquaredError(), adam(stepDecay(0.1, 0.25, 2))).epochs(3);

    TrainingResult result = train(network, adjusted, DATA);

    // In the third of three epochs, of one update each, either has a quarter of the rate.
    assertThat(result.model().weights())
        .isEqualTo(train(network, scheduled, DATA).model().weights());
  }

  @Test
  void aSavedModelKeepsTheFactor(@TempDir Path folder) {
    Path file = folder.resolve("model.lamina");
    Model model = train(UNIT, plan(sgd(0.1)), DATA).model();

    model.save(file);
    Model loaded = Model.load(file);

    double next = 0.00625;
    assertThat(nextRate(model)).isCloseTo(next, within(1e-15));
    assertThat(nextRate(loaded)).isEqualTo(nextRate(model));
    assertThat(nextRate(loaded.withWeights(loaded.weights()))).isEqualTo(nextRate(model));
    assertThat(nextRate(Model.untrained(UNIT, plan(sgd(0.1))))).isEqualTo(0.1);
  }

  @Test
  void theBestWeightsComeBackWithTheFactorOfTheirTime() {
    TrainingPlan plan =
        plan(sgd(0.1))
            .epochs(9)
            .stopWhen(earlyStopping(training(loss())).minDelta(1e9).patience(3));

    TrainingResult result = train(UNIT, plan, DATA);

    assertThat(result.history().size()).isEqualTo(4);
    assertThat(nextRate(result.model())).isEqualTo(0.1);
    assertThat(result.model().unwrap().getIterationCount()).isEqualTo(1);
  }

  @Test
  void whatIsWatchedHasToBeThere() {
    TrainingPlan plan = plan(sgd(0.1)).adjustRate(reduceOnPlateau(validation(loss())));

    assertThatThrownBy(() -> train(UNIT, plan, DATA))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            """
            Training of network `sequential` is not valid: 1 problem.
              1. `reduceOnPlateau(validation(loss()))` watches validation data but none is given.
                 Fix: give some, `Split.of(training, validation)`, or watch `training(loss())`.""");
  }

  private static double[] learningRates(TrainingResult result) {
    return result.history().epochs().stream().mapToDouble(Epoch::learningRate).toArray();
  }

  private static TrainingPlan plan(Optimizer optimizer) {
    return training(meanSquaredError(), optimizer).epochs(RATES.length).adjustRate(HALVING);
  }
}
