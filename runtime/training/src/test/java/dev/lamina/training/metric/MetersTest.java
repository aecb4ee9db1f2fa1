package dev.lamina.training.metric;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.auc;
import static dev.lamina.dsl.Metrics.f1;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetersTest {

  private static final Network CLASSIFIER = sequential(input(2), dense(1).sigmoid());
  private static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), sgd()).measure(accuracy(), meanAbsoluteError());

  @Test
  void theLossComesFirstAndThenTheMetricsOfThePlan() {
    Meters meters = Meters.of(DataPart.VALIDATION, CLASSIFIER, PLAN);

    List<Monitor> monitors = List.copyOf(meters.values().keySet());

    assertThat(monitors)
        .containsExactly(
            validation(loss()), validation(accuracy()), validation(meanAbsoluteError()));
  }

  @Test
  void batchesWeighAsManyAsTheyHaveSamples() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, PLAN);

    meters.add(batch(3, 1, 1, 1), step(0.5, 1, 1, 1));
    meters.add(batch(1, 0), step(0.75, 1));

    assertThat(meters.values())
        .containsEntry(training(loss()), (3 * 0.5 + 0.75) / 4)
        .containsEntry(training(accuracy()), 0.75)
        .containsEntry(training(meanAbsoluteError()), 0.25);
  }

  @Test
  void thereIsNoMeanBeforeTheFirstBatch() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, PLAN);

    assertThat(meters.values().get(training(loss()))).isNaN();
  }

  @Test
  void valuesOfAMomentDoNotChangeLater() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, PLAN);
    meters.add(batch(1, 1), step(0.5, 1));

    Map<Monitor, Double> values = meters.values();
    meters.add(batch(1, 1), step(1.5, 1));

    assertThat(values).containsEntry(training(loss()), 0.5);
  }

  @Test
  void accuracyReadsTheActivationThatEndsTheNetwork() {
    Network network = sequential(input(2), dense(2), relu(), dense(2), softmax());
    TrainingPlan plan = training(sparseCategoricalCrossEntropy(), sgd()).measure(accuracy());
    Meters meters = Meters.of(DataPart.TRAINING, network, plan);

    meters.add(batch(2, 1, 1), step(0, 0.6, 0.4, 0.3, 0.7));

    assertThat(meters.values()).containsEntry(training(accuracy()), 0.5);
  }

  @Test
  void nothingButTheLossIsMeasuredUnlessAskedFor() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, training(meanSquaredError(), sgd()));

    assertThat(meters.values()).containsOnlyKeys(training(loss()));
  }

  @Test
  void metersGoOnFromTheBytesOfOthers() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, PLAN);
    Meters others = Meters.of(DataPart.TRAINING, CLASSIFIER, PLAN);
    meters.add(batch(3, 1, 1, 1), step(0.5, 1, 1, 1));

    others.restore(meters.bytes());
    others.add(batch(1, 0), step(0.75, 1));

    assertThat(others.values()).containsEntry(training(loss()), (3 * 0.5 + 0.75) / 4);
  }

  @Test
  void bytesThatAreNotOfSuchMetersAreRefused() {
    TrainingPlan remembering = PLAN.measure(auc(), f1());
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, remembering);
    meters.add(batch(3, 1, 1, 0), step(0.5, 1, 1, 1));
    byte[] whole = meters.bytes();

    for (int length = 0; length <= whole.length + 1; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      boolean isWhole = length == whole.length;

      assertThat(catchThrowable(() -> meters.restore(part)))
          .as("%d of %d bytes", length, whole.length)
          .matches(thrown -> isWhole ? thrown == null : thrown instanceof IllegalArgumentException);
    }
  }

  /** A count of two billion in a file of a hundred bytes asks for no memory. */
  @Test
  void aCountBeyondTheBytesIsRefused() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, PLAN.measure(auc()));
    byte[] bytes = meters.bytes();
    ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, Integer.MAX_VALUE);

    assertThatThrownBy(() -> meters.restore(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what was measured ends too early");
  }

  @Test
  void clearedMetersStartAnew() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, PLAN);
    meters.add(batch(3, 1, 0, 0), step(7, 1, 1, 1));

    meters.clear();
    meters.add(batch(1, 1), step(0.5, 1));

    assertThat(meters.values())
        .containsEntry(training(loss()), 0.5)
        .containsEntry(training(accuracy()), 1.0);
  }

  private static Batch batch(int rows, double... targets) {
    return new Batch(rows, new double[0], targets);
  }

  private static Step step(double loss, double... outputs) {
    return new Step(loss, outputs, Optional.empty(), List.of());
  }
}
