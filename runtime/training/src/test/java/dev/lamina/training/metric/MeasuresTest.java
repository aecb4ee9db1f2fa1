package dev.lamina.training.metric;

import static dev.lamina.dsl.loss.TargetKind.CLASS_INDEX;
import static dev.lamina.dsl.loss.TargetKind.DISTRIBUTION;
import static dev.lamina.dsl.loss.TargetKind.NUMBERS;
import static dev.lamina.dsl.loss.TargetKind.ONE_HOT;
import static dev.lamina.dsl.loss.TargetKind.PROBABILITIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.Activations;
import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.metric.Accuracy;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.MeanAbsoluteError;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private static final double[] PROBABILITIES_OF_THREE = {
    0.7, 0.2, 0.1,
    0.1, 0.3, 0.6,
    0.4, 0.5, 0.1,
    0.2, 0.2, 0.6
  };

  @Test
  void theLossIsThatOfTheBatch() {
    Measures measures = measures(Activations.LINEAR, NUMBERS);

    double mean = mean(measures.lossValue(new LossValue()), 2, new double[2], new double[2]);

    assertThat(mean).isEqualTo(0.25);
  }

  @Test
  void aProbabilityAboveOneHalfPredictsTheClass() {
    Measures measures = measures(Activations.SIGMOID, PROBABILITIES);
    double[] outputs = {0.9, 0.5, 0.51, 0.2};
    double[] targets = {1, 1, 1, 0};

    double mean = mean(measures.accuracy(new Accuracy()), 4, outputs, targets);

    assertThat(mean).isEqualTo(0.75);
  }

  @Test
  void eachOfSeveralLabelsCounts() {
    Measures measures = measures(Activations.SIGMOID, PROBABILITIES);
    double[] outputs = {0.9, 0.1, 0.8, 0.7};
    double[] targets = {1, 0, 0, 1};

    double mean = mean(measures.accuracy(new Accuracy()), 2, outputs, targets);

    assertThat(mean).isEqualTo(0.75);
  }

  @Test
  void targetsBetweenZeroAndOneAreRounded() {
    Measures measures = measures(Activations.SIGMOID, PROBABILITIES);
    double[] outputs = {0.9, 0.9, 0.1, 0.1};
    double[] targets = {0.8, 0.2, 0.2, 0.8};

    double mean = mean(measures.accuracy(new Accuracy()), 4, outputs, targets);

    assertThat(mean).isEqualTo(0.5);
  }

  @Test
  void theMostProbableClassIsComparedWithTheOneHotTarget() {
    Measures measures = measures(Activations.SOFTMAX, ONE_HOT);
    double[] targets = {
      1, 0, 0,
      0, 0, 1,
      1, 0, 0,
      0, 0, 1
    };

    double mean = mean(measures.accuracy(new Accuracy()), 4, PROBABILITIES_OF_THREE, targets);

    assertThat(mean).isEqualTo(0.75);
  }

  @Test
  void theMostProbableClassIsComparedWithTheClassIndex() {
    Measures measures = measures(Activations.SOFTMAX, CLASS_INDEX);
    double[] targets = {0, 1, 1, 2};

    double mean = mean(measures.accuracy(new Accuracy()), 4, PROBABILITIES_OF_THREE, targets);

    assertThat(mean).isEqualTo(0.75);
  }

  @Test
  void theMostProbableClassIsComparedWithTheMostProbableOfTheTarget() {
    Measures measures = measures(Activations.SOFTMAX, DISTRIBUTION);
    double[] targets = {
      0.5, 0.3, 0.2,
      0.3, 0.3, 0.4,
      0.4, 0.3, 0.3,
      0.1, 0, 0.9
    };

    double mean = mean(measures.accuracy(new Accuracy()), 4, PROBABILITIES_OF_THREE, targets);

    assertThat(mean).isEqualTo(0.75);
  }

  @Test
  void theFirstOfEquallyProbableClassesIsPredicted() {
    Measures measures = measures(Activations.SOFTMAX, CLASS_INDEX);

    double first =
        mean(measures.accuracy(new Accuracy()), 1, new double[] {0.5, 0.5}, new double[] {0});

    assertThat(first).isEqualTo(1);
  }

  @Test
  void meanAbsoluteErrorIsAMeanOverOutputsAndSamples() {
    Measures measures = measures(Activations.LINEAR, NUMBERS);
    double[] outputs = {1, 2, 3, 4};
    double[] targets = {1.5, 0, 3, 7};

    double mean = mean(measures.meanAbsoluteError(new MeanAbsoluteError()), 2, outputs, targets);

    assertThat(mean).isEqualTo((0.5 + 2 + 0 + 3) / 4);
  }

  @Test
  void meanAbsoluteErrorReadsAClassIndexAsOneHot() {
    Measures measures = measures(Activations.SOFTMAX, CLASS_INDEX);
    double[] outputs = {0.7, 0.2, 0.1, 0.1, 0.3, 0.6};
    double[] targets = {0, 1};

    double mean = mean(measures.meanAbsoluteError(new MeanAbsoluteError()), 2, outputs, targets);

    assertThat(mean).isCloseTo((0.3 + 0.2 + 0.1 + 0.1 + 0.7 + 0.6) / 6, within(1e-15));
  }

  private static Measures measures(Activation output, TargetKind targets) {
    return new Measures(new Answers(output, targets));
  }

  private static double mean(Meter meter, int rows, double[] outputs, double[] targets) {
    Batch batch = new Batch(rows, new double[0], targets);
    meter.add(batch, new Step(0.25, outputs, Optional.empty(), List.of()));
    return meter.value();
  }
}
