package dev.lamina.samples;

import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
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
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.named.NamedDatasets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer, with its default settings, on the network of the sample. */
class EveryOptimizerLearnsDigitsTest {

  private static final double ENOUGH = 0.85;

  private final Dataset digits = NamedDatasets.digits();

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        sgd(),
        momentum(),
        nesterov(),
        adaGrad(),
        rmsProp(),
        adam(),
        adamW(),
        amsGrad(),
        adaMax(),
        adaDelta(),
        nadam(),
        lion(),
        adaBelief());
  }

  @Test
  void noOptimizerIsLeftOut() {
    List<Class<?>> tested = optimizers().<Class<?>>map(Optimizer::getClass).toList();

    assertThat(tested).containsExactlyInAnyOrder(Optimizer.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void oneSeedBeginsToLearn(Optimizer optimizer) {
    TrainingResult result = Digits.train(digits, plan(optimizer).epochs(3).seed(1));

    double[] losses = result.history().values(training(loss()));
    assertThat(losses).hasSize(3).satisfies(EveryOptimizerLearnsDigitsTest::areFinite);
    assertThat(losses[2]).isLessThan(losses[0]);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  @Tag("soak")
  void tenSeedsLearnWithoutNaN(Optimizer optimizer) {
    double[] accuracies =
        LongStream.range(0, 10).mapToDouble(seed -> testAccuracy(optimizer, seed)).toArray();

    assertThat(Arrays.stream(accuracies).min().orElseThrow())
        .as("the least of " + Arrays.toString(accuracies))
        .isGreaterThanOrEqualTo(ENOUGH);
  }

  private double testAccuracy(Optimizer optimizer, long seed) {
    TrainingResult result = Digits.train(digits, plan(optimizer).seed(seed));
    areFinite(result.history().values(training(loss())));
    areFinite(result.history().values(validation(loss())));
    return Digits.testAccuracy(result.model(), digits);
  }

  private static TrainingPlan plan(Optimizer optimizer) {
    return training(sparseCategoricalCrossEntropy(), optimizer)
        .epochs(40)
        .measure(accuracy())
        .stopWhen(earlyStopping(validation(loss())).patience(8));
  }

  private static void areFinite(double[] values) {
    assertThat(Arrays.stream(values).allMatch(Double::isFinite)).as("finite losses").isTrue();
  }
}
