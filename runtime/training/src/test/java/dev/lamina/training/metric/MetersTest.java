package dev.lamina.training.metric;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import java.util.Map;
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

    meters.add(new Predictions(3, 0.5, new double[] {1, 1, 1}, new double[] {1, 1, 1}));
    meters.add(new Predictions(1, 0.75, new double[] {1}, new double[] {0}));

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
    Predictions batch = new Predictions(1, 0.5, new double[] {1}, new double[] {1});

    meters.add(batch);
    Map<Monitor, Double> values = meters.values();
    meters.add(new Predictions(1, 1.5, new double[] {1}, new double[] {1}));

    assertThat(values).containsEntry(training(loss()), 0.5);
  }

  @Test
  void accuracyReadsTheActivationThatEndsTheNetwork() {
    Network network = sequential(input(2), dense(2), relu(), dense(2), softmax());
    TrainingPlan plan = training(sparseCategoricalCrossEntropy(), sgd()).measure(accuracy());
    Meters meters = Meters.of(DataPart.TRAINING, network, plan);

    meters.add(new Predictions(2, 0, new double[] {0.6, 0.4, 0.3, 0.7}, new double[] {1, 1}));

    assertThat(meters.values()).containsEntry(training(accuracy()), 0.5);
  }

  @Test
  void nothingButTheLossIsMeasuredUnlessAskedFor() {
    Meters meters = Meters.of(DataPart.TRAINING, CLASSIFIER, training(meanSquaredError(), sgd()));

    assertThat(meters.values()).containsOnlyKeys(training(loss()));
  }
}
