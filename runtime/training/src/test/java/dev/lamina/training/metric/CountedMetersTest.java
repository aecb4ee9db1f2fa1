package dev.lamina.training.metric;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.auc;
import static dev.lamina.dsl.Metrics.f1;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.precision;
import static dev.lamina.dsl.Metrics.rSquared;
import static dev.lamina.dsl.Metrics.recall;
import static dev.lamina.dsl.Metrics.rootMeanSquaredError;
import static dev.lamina.dsl.Metrics.topKAccuracy;
import static dev.lamina.dsl.loss.TargetKind.CLASS_INDEX;
import static dev.lamina.dsl.loss.TargetKind.NUMBERS;
import static dev.lamina.dsl.loss.TargetKind.ONE_HOT;
import static dev.lamina.dsl.loss.TargetKind.PROBABILITIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Metrics of an epoch that are no mean of those of its batches. */
class CountedMetersTest {

  private static final Offset<Double> TINY = within(1e-15);

  @Test
  void precisionAndRecallOfOneSigmoidAreThoseOfClassOne() {
    Meter precision = meter(precision(), SIGMOID, PROBABILITIES);
    Meter recall = meter(recall(), SIGMOID, PROBABILITIES);
    Meter f1 = meter(f1(), SIGMOID, PROBABILITIES);

    for (Meter meter : List.of(precision, recall, f1)) {
      add(meter, 3, new double[] {0.9, 0.8, 0.3}, 1, 0, 1);
      add(meter, 2, new double[] {0.7, 0.5}, 1, 1);
    }

    // Predicted 3, of which 2 are right; 4 are of the class.
    assertThat(precision.value()).isCloseTo(2 / 3.0, TINY);
    assertThat(recall.value()).isEqualTo(2 / 4.0);
    assertThat(f1.value()).isCloseTo(4 / 7.0, TINY);
  }

  @Test
  void severalClassesAreAveragedAsTold() {
    Meter macro = meter(recall(), SOFTMAX, CLASS_INDEX);
    Meter micro = meter(recall().micro(), SOFTMAX, CLASS_INDEX);
    Meter weighted = meter(precision().weighted(), SOFTMAX, CLASS_INDEX);

    for (Meter meter : List.of(macro, micro, weighted)) {
      add(meter, 2, new double[] {0.8, 0.1, 0.1, 0.5, 0.3, 0.2}, 0, 1);
      add(meter, 2, new double[] {0.1, 0.8, 0.1, 0.6, 0.3, 0.1}, 1, 0);
    }

    // Right: 2 of class 0, which is predicted 3 times, and 1 of 2 of class 1; none is of class 2.
    assertThat(macro.value()).isCloseTo((1 + 1 / 2.0 + 0) / 3, TINY);
    assertThat(micro.value()).isEqualTo(3 / 4.0);
    assertThat(weighted.value()).isCloseTo((2 * (2 / 3.0) + 2 * 1) / 4, TINY);
  }

  @Test
  void eachOfSeveralSigmoidsIsAClass() {
    Meter recall = meter(recall(), SIGMOID, PROBABILITIES);

    add(recall, 2, new double[] {0.9, 0.1, 0.9, 0.1}, 1, 1, 0, 1);

    assertThat(recall.value()).isEqualTo((1 + 0) / 2.0);
  }

  @Test
  void aClassAmongTheMostProbableIsEnough() {
    Meter topTwo = meter(topKAccuracy(2), SOFTMAX, ONE_HOT);

    add(topTwo, 2, new double[] {0.5, 0.3, 0.2, 0.5, 0.3, 0.2}, 0, 1, 0, 0, 0, 1);
    add(topTwo, 1, new double[] {0.4, 0.3, 0.3}, 0, 0, 1);

    // Of classes as probable the first comes first.
    assertThat(topTwo.value()).isEqualTo(1 / 3.0);
  }

  @Test
  void theAreaIsThatOfAllBatchesTogether() {
    Meter area = meter(auc(), SIGMOID, PROBABILITIES);

    add(area, 2, new double[] {0.9, 0.6}, 1, 0);
    add(area, 2, new double[] {0.6, 0.1}, 1, 0);

    // Of four pairs 0.9 wins two, and 0.6 wins one and ties one; the mean of the batches is 1.
    assertThat(area.value()).isEqualTo(3.5 / 4);
    assertThat(area.isKnownMeanwhile()).isFalse();
  }

  @Test
  void theAreaOfSeveralClassesIsTheirMean() {
    Meter area = meter(auc(), SOFTMAX, CLASS_INDEX);

    add(area, 3, new double[] {0.5, 0.3, 0.2, 0.6, 0.3, 0.1, 0.2, 0.2, 0.6}, 0, 1, 2);

    // Class 0 wins one pair of two, class 1 one and ties one, class 2 both.
    assertThat(area.value()).isCloseTo((0.5 + 0.75 + 1) / 3, TINY);
  }

  @Test
  void anAreaIsRememberedBeyondItsFirstRoom() {
    Meter area = meter(auc(), SIGMOID, PROBABILITIES);

    for (int i = 0; i < 3000; i++) {
      add(area, 1, new double[] {i / 3000.0}, i < 1500 ? 0 : 1);
    }

    assertThat(area.value()).isEqualTo(1);
  }

  @Test
  void rootsAreOfTheMeanOverTheEpoch() {
    Meter root = meter(rootMeanSquaredError(), LINEAR, NUMBERS);

    add(root, 2, new double[] {1, 10, 3, 10}, 2, 10, 3, 13);
    add(root, 1, new double[] {0, 10}, 0, 10);

    assertThat(root.value()).isCloseTo((Math.sqrt(1 / 3.0) + Math.sqrt(9 / 3.0)) / 2, TINY);
  }

  @Test
  void whatIsExplainedIsOfTheSpreadOverTheEpoch() {
    Meter explained = meter(rSquared(), LINEAR, NUMBERS);

    add(explained, 2, new double[] {1e9 + 1.5, 1e9 + 2}, 1e9 + 1, 1e9 + 2);
    add(explained, 1, new double[] {1e9 + 3.5}, 1e9 + 3);

    assertThat(explained.value()).isEqualTo(1 - 0.5 / 2);
  }

  @Test
  void constantTargetsAreExplainedWhollyOrNotAtAll() {
    Meter met = meter(rSquared(), LINEAR, NUMBERS);
    Meter missed = meter(rSquared(), LINEAR, NUMBERS);

    add(met, 2, new double[] {3, 3}, 3, 3);
    add(missed, 2, new double[] {3, 4}, 3, 3);

    assertThat(met.value()).isEqualTo(1);
    assertThat(missed.value()).isZero();
  }

  @Test
  void nothingIsKnownBeforeTheFirstBatchAndAfterClearing() {
    for (Metric metric : List.of(f1(), auc(), topKAccuracy(1))) {
      Meter meter = meter(metric, SOFTMAX, CLASS_INDEX);

      assertThat(meter.value()).as("before the first batch").isNaN();
      add(meter, 2, new double[] {0.1, 0.9, 0.9, 0.1}, 0, 1);
      meter.clear();
      add(meter, 2, new double[] {0.1, 0.9, 0.9, 0.1}, 1, 0);

      assertThat(meter.value()).as(metric.toString()).isEqualTo(1);
    }
  }

  @Test
  void metersGoOnFromWhatOthersHaveTakenIn() throws IOException {
    for (Metric metric : List.of(loss(), accuracy(), f1(), auc(), topKAccuracy(1))) {
      Meter whole = meter(metric, SOFTMAX, CLASS_INDEX);
      Meter later = meter(metric, SOFTMAX, CLASS_INDEX);
      add(whole, 2, new double[] {0.1, 0.9, 0.9, 0.1}, 0, 1);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      whole.write(new DataOutputStream(bytes));

      later.read(ByteBuffer.wrap(bytes.toByteArray()));
      add(whole, 1, new double[] {0.3, 0.7}, 1);
      add(later, 1, new double[] {0.3, 0.7}, 1);

      assertThat(later.value()).as(metric.toString()).isEqualTo(whole.value());
    }
  }

  private static Meter meter(Metric metric, Activation output, TargetKind targets) {
    return metric.accept(new Measures(new Answers(output, targets)));
  }

  private static void add(Meter meter, int rows, double[] outputs, double... targets) {
    Batch batch = new Batch(rows, new double[0], targets);
    meter.add(batch, new Step(0, outputs, Optional.empty(), List.of()));
  }
}
