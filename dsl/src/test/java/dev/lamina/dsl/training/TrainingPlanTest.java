package dev.lamina.dsl.training;

import static dev.lamina.dsl.Augmentations.jitter;
import static dev.lamina.dsl.Augmentations.mixup;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.dsl.training.Precision.FLOAT32;
import static dev.lamina.dsl.training.Precision.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingPlanTest {

  private static final EarlyStopping RULE = earlyStopping(validation(loss()));
  private static final ReduceOnPlateau PLATEAU = reduceOnPlateau(validation(loss()));

  static Stream<Arguments> options() {
    return Stream.of(
        option("epochs", plan -> plan.epochs(9), plan(9, 32, 0, FLOAT32)),
        option("batchSize", plan -> plan.batchSize(9), plan(1, 9, 0, FLOAT32)),
        option("seed", plan -> plan.seed(-9), plan(1, 32, -9, FLOAT32)),
        option("precision", plan -> plan.precision(FLOAT64), plan(1, 32, 0, FLOAT64)));
  }

  private static Arguments option(
      String name, UnaryOperator<TrainingPlan> option, TrainingPlan expected) {
    return arguments(name, option, expected);
  }

  private static TrainingPlan plan(int epochs, int batchSize, long seed, Precision precision) {
    return new TrainingPlan(
        meanSquaredError(),
        sgd(),
        epochs,
        batchSize,
        seed,
        precision,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        OptionalInt.empty());
  }

  @Test
  void aPlanTrainsForOneEpochInBatchesOfThirtyTwoFromSeedZeroByDefault() {
    TrainingPlan plan = training(meanSquaredError(), sgd());

    assertThat(plan.epochs()).isEqualTo(1);
    assertThat(plan.batchSize()).isEqualTo(32);
    assertThat(plan.seed()).isZero();
    assertThat(plan.precision()).isEqualTo(FLOAT32);
    assertThat(plan.metrics()).isEmpty();
    assertThat(plan.stopRules()).isEmpty();
    assertThat(plan.rateAdjustment()).isEmpty();
    assertThat(plan.watchers()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void anOptionGivesAnotherPlan(
      String name, UnaryOperator<TrainingPlan> option, TrainingPlan expected) {
    TrainingPlan before = training(meanSquaredError(), sgd());

    TrainingPlan after = option.apply(before);

    assertThat(after).isEqualTo(expected);
    assertThat(before).isEqualTo(plan(1, 32, 0, FLOAT32));
  }

  @Test
  void aPlanTakesAnotherOptimizerAndKeepsTheRest() {
    TrainingPlan before = training(meanSquaredError(), sgd()).epochs(7);

    TrainingPlan after = before.optimizer(sgd(0.5));

    assertThat(after).isEqualTo(training(meanSquaredError(), sgd(0.5)).epochs(7));
  }

  @Test
  void metricsAreAddedToThoseMeasuredAlready() {
    TrainingPlan before = training(meanSquaredError(), sgd()).measure(meanAbsoluteError());

    TrainingPlan after = before.measure(accuracy());

    assertThat(after.metrics()).containsExactly(meanAbsoluteError(), accuracy());
    assertThat(before.metrics()).containsExactly(meanAbsoluteError());
  }

  @Test
  void stopRulesAreAddedToThoseThatAreThere() {
    TrainingPlan before = training(meanSquaredError(), sgd()).stopWhen(RULE);

    TrainingPlan after = before.stopWhen(RULE.patience(3), RULE.keepLast());

    assertThat(after.stopRules()).containsExactly(RULE, RULE.patience(3), RULE.keepLast());
    assertThat(before.stopRules()).containsExactly(RULE);
  }

  @Test
  void optionsKeepWhatEarlierOptionsSet() {
    TrainingPlan plan =
        training(binaryCrossEntropy(), adam())
            .stopWhen(RULE)
            .measure(accuracy())
            .precision(FLOAT64)
            .seed(7)
            .adjustRate(PLATEAU.patience(3))
            .adjustRate(PLATEAU)
            .averageWeights(0.9)
            .averageWeights(0.99)
            .accumulateGradients(4)
            .classWeights(2, 3, 4)
            .classWeights(1, 5)
            .augment(jitter(0.1))
            .augment(mixup(0.2))
            .validateEvery(50)
            .validateEvery(500)
            .batchSize(16)
            .epochs(100);

    assertThat(plan)
        .isEqualTo(
            new TrainingPlan(
                binaryCrossEntropy(),
                adam(),
                100,
                16,
                7,
                FLOAT64,
                List.of(accuracy()),
                List.of(RULE),
                Optional.empty(),
                Optional.of(PLATEAU),
                OptionalInt.of(4),
                OptionalDouble.of(0.99),
                List.of(1.0, 5.0),
                List.of(jitter(0.1), mixup(0.2)),
                OptionalInt.of(500)));
  }

  @Test
  void aPlanCopiesItsLists() {
    List<Metric> metrics = new ArrayList<>(List.of(accuracy()));
    List<StopRule> rules = new ArrayList<>(List.of(RULE));
    List<Double> weights = new ArrayList<>(List.of(1.0, 5.0));
    List<Augmentation> augmentations = new ArrayList<>(List.of(jitter(0.1)));
    TrainingPlan plan =
        new TrainingPlan(
            meanSquaredError(),
            sgd(),
            1,
            32,
            0,
            FLOAT32,
            metrics,
            rules,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            weights,
            augmentations,
            OptionalInt.empty());

    metrics.clear();
    rules.clear();
    weights.clear();
    augmentations.clear();

    assertThat(plan.metrics()).containsExactly(accuracy());
    assertThat(plan.stopRules()).containsExactly(RULE);
    assertThat(plan.classWeights()).containsExactly(1.0, 5.0);
    assertThat(plan.augmentations()).containsExactly(jitter(0.1));
  }

  @Test
  void itPrintsWhatIsNotTheDefault() {
    TrainingPlan plan =
        training(binaryCrossEntropy(), adam(1e-4))
            .stopWhen(RULE.patience(3), RULE)
            .measure(accuracy(), meanAbsoluteError())
            .precision(FLOAT64)
            .seed(1L << 40)
            .batchSize(16)
            .epochs(100);

    assertThat(training(meanSquaredError(), sgd()))
        .hasToString("training(meanSquaredError(), sgd())");
    assertThat(plan)
        .hasToString(
            "training(binaryCrossEntropy(), adam(1e-4)).epochs(100).batchSize(16)"
                + ".seed(1099511627776L).precision(FLOAT64)"
                + ".measure(accuracy(), meanAbsoluteError())"
                + ".stopWhen(earlyStopping(validation(loss())).patience(3),"
                + " earlyStopping(validation(loss())))");
  }
}
