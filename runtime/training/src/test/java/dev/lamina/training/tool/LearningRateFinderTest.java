package dev.lamina.training.tool;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.Schedules.warmUp;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.data.Normalizers.standard;
import static dev.lamina.training.tool.LearningRateFinder.learningRateFinder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import dev.lamina.training.history.History;
import dev.lamina.training.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateFinderTest {

  private static final Network SLOPE = sequential(input(1), dense(1).noBias());
  private static final TrainingPlan EXACT =
      training(meanSquaredError(), sgd()).precision(Precision.FLOAT64).batchSize(1);
  private static final Dataset ONE = Dataset.of(new double[][] {{1}}, new double[] {0});

  @Test
  void eachStepHasTheNextRate() {
    LearningRateFinder finder = learningRateFinder().from(1e-3).to(1.2).steps(30);

    RateCurve curve = finder.find(SLOPE, EXACT, ONE);

    // The loss is w^2, and an update makes w (1 - 2 rate) of w.
    double weight = Math.sqrt(curve.points().get(0).loss());
    for (int step = 0; step < 30; step++) {
      RateCurve.Point point = curve.points().get(step);
      double rate = 1e-3 * Math.pow(1200, step / 29.0);
      assertThat(point.rate()).isCloseTo(rate, within(1e-12));
      assertThat(point.loss()).isCloseTo(weight * weight, within(1e-12));
      weight *= 1 - 2 * rate;
    }
    assertThat(curve.points()).hasSize(30);
    assertThat(curve.hasDiverged()).isFalse();
  }

  @Test
  void theSearchEndsWhereTheLossDiverges() {
    RateCurve curve = learningRateFinder().from(1e-3).to(1e6).find(SLOPE, EXACT, ONE);

    assertThat(curve.hasDiverged()).isTrue();
    assertThat(curve.points().size()).isBetween(40, 80);
  }

  @Test
  void theScheduleOfThePlanIsLeftOut() {
    LearningRateFinder finder = learningRateFinder().steps(20);

    RateCurve plain = finder.find(SLOPE, EXACT, ONE);
    RateCurve scheduled =
        finder.find(SLOPE, EXACT.optimizer(sgd(warmUp(100, constantRate(0.5)))), ONE);

    assertThat(scheduled).isEqualTo(plain);
  }

  /** At the rates that both have by default, these plans leave a loss of some 0.7. */
  @ParameterizedTest
  @ValueSource(strings = {"adam", "sgd"})
  void irisIsLearnedAtTheSuggestedRate(String optimizer) {
    Network network = sequential(input(4), dense(16).relu(), dense(3).softmax());
    Split split = NamedDatasets.iris().split(0.8, 0.2).normalized(standard());

    double loss = lossAtTheSuggestedRate(network, optimizer, split);

    assertThat(loss).isLessThan(0.15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "sgd"})
  void digitsAreLearnedAtTheSuggestedRate(String optimizer) {
    Network network = sequential(input(64), dense(32).relu(), dense(10).softmax());
    Split split = NamedDatasets.digits().split(0.8, 0.2).normalized(standard());

    double loss = lossAtTheSuggestedRate(network, optimizer, split);

    assertThat(loss).isLessThan(0.15);
  }

  private static double lossAtTheSuggestedRate(Network network, String optimizer, Split split) {
    TrainingPlan plan =
        training(sparseCategoricalCrossEntropy(), optimizer.equals("adam") ? adam() : sgd())
            .epochs(20)
            .seed(5);
    RateCurve curve = learningRateFinder().find(network, plan, split.training());
    double rate = curve.suggestion().orElseThrow();
    History history =
        Trainer.create()
            .train(network, plan.optimizer(plan.optimizer().learningRate(rate)), split)
            .history();
    return history.values(training(loss()))[19];
  }

  @Test
  void aLastBatchOfOneCannotBeNormalized() {
    Network network = sequential(input(1), batchNorm(), dense(1));
    Dataset three = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {1, 2, 3});

    String message = messageOf(() -> learningRateFinder().find(network, EXACT.batchSize(2), three));

    assertThat(message)
        .isEqualTo(
            """
            Learning-rate search for network `sequential` is not valid: 1 problem.
              1. Training data has 3 samples, so that with `batchSize(2)` the last batch of an epoch\
             holds 1, but batch normalization needs at least 2 in a batch.
                 Fix: use `.batchSize(3)`, or leave a sample out.""");
  }

  @Test
  void aModelStaysAsItIs() {
    Model model = Model.untrained(SLOPE, EXACT);
    double before = model.predict(new double[] {1})[0];

    RateCurve curve = learningRateFinder().find(model, EXACT, ONE);

    assertThat(model.predict(new double[] {1})[0]).isEqualTo(before);
    assertThat(curve.points().get(0).loss()).isCloseTo(before * before, within(1e-12));
  }

  @Test
  void aModelTakesDataThatAreNotNormalized() {
    Dataset raw = Dataset.of(new double[][] {{1}, {3}}, new double[] {0, 0});
    Split split = Split.of(raw).normalized(standard());
    Model model = Trainer.create().train(SLOPE, EXACT, split).model();
    double weight = model.predict(new double[] {3})[0];

    RateCurve curve = learningRateFinder().steps(10).find(model, EXACT, raw);

    // Normalized, the features are -1 and 1.
    assertThat(curve.points().get(0).loss()).isCloseTo(weight * weight, within(1e-12));
  }

  @Test
  void aPlanThatWatchesValidationCanBeSearched() {
    TrainingPlan plan = EXACT.stopWhen(earlyStopping(validation(loss())));

    RateCurve curve = learningRateFinder().steps(12).find(SLOPE, plan, ONE);

    assertThat(curve.points()).hasSize(12);
  }

  @Test
  void aFinderPrintsItsOptions() {
    assertThat(learningRateFinder()).hasToString("learningRateFinder()");
    assertThat(learningRateFinder().from(1e-5).to(1).steps(50))
        .hasToString("learningRateFinder().from(1e-5).to(1).steps(50)");
  }

  @Test
  void ratesHaveToGrow() {
    String message = messageOf(() -> learningRateFinder().to(1e-8));

    assertThat(message)
        .isEqualTo(
            """
            `learningRateFinder(1e-7, 1e-8, 100)` is not valid: 1 problem.
              1. `to` must be above 1e-7 but is 1e-8.
                 Fix: rates grow from step to step.""");
  }

  @Test
  void dataThatDoesNotFitIsRefused() {
    Dataset two = Dataset.of(new double[][] {{1, 2}}, new double[] {0});

    String message = messageOf(() -> learningRateFinder().find(SLOPE, EXACT, two));

    assertThat(message)
        .startsWith("Learning-rate search for network `sequential` is not valid: 1 problem.");
  }
}
