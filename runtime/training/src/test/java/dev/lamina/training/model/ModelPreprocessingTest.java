package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.data.Normalizers.minMax;
import static dev.lamina.training.data.Normalizers.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.Split;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPreprocessingTest {

  private static final Network NETWORK =
      sequential(input(3), dense(8).tanh(), batchNorm(), dropout(0.2), dense(3).softmax())
          .named("n");
  private static final TrainingPlan PLAN =
      training(sparseCategoricalCrossEntropy(), adam(0.05)).epochs(3).measure(accuracy());

  private static Split raw;
  private static Split split;
  private static Model model;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    raw = data(60).split(0.8, 0.2);
    split = raw.normalized(standard());
    model = Trainer.create().train(NETWORK, PLAN, split).model();
  }

  @Test
  void theModelKnowsWhatWasDoneToItsData() {
    assertThat(model.preprocessing()).isEqualTo(split.training().preprocessing());
    assertThat(model.preprocessing().labels()).containsExactly("low", "mid", "high");
  }

  /** Of so many rows the first is small work for plain Java, the last for native code. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40, 2000})
  void rowsGiveTheBitsOfNormalizedRows(int count) {
    double[][] rows = rows(count);
    double[][] normalized =
        Stream.of(rows).map(model.preprocessing()::applied).toArray(double[][]::new);
    Model asItIs = model.preprocessing(Preprocessing.none());

    double[][] outputs = model.predict(rows);

    assertThat(outputs).isDeepEqualTo(asItIs.predict(normalized));
    assertThat(model.predict(rows[0])).containsExactly(asItIs.predict(normalized[0]));
    assertThat(model.predictWithUncertainty(rows, 3))
        .isEqualTo(asItIs.predictWithUncertainty(normalized, 3));
  }

  @Test
  void normalizingBeforeGivesTheSameWeights() {
    Split byHand = Split.of(plainly(split.training()), plainly(split.validation().orElseThrow()));

    Model other = Trainer.create().train(NETWORK, PLAN, byHand).model();

    assertThat(other.weights()).isEqualTo(model.weights());
    assertThat(other.preprocessing()).isEqualTo(Preprocessing.none());
  }

  @Test
  void classesHaveTheirNames() {
    double[][] rows = rows(20);

    for (Classification each : model.classify(rows)) {
      assertThat(each.label()).contains(model.preprocessing().labels().get(each.index()));
    }
    try (Predictor<double[]> predictor = model.predictor()) {
      Prediction prediction = predictor.predict(rows[3]);
      assertThat(prediction.classification()).isEqualTo(model.classify(rows[3]));
      assertThat(prediction.top(3))
          .extracting(each -> each.label().orElseThrow())
          .containsExactlyInAnyOrder("low", "mid", "high");
    }
    assertThat(Ensemble.of(model, model).classify(rows[0]).label())
        .isEqualTo(model.classify(rows[0]).label());
  }

  @Test
  void dataIsEvaluatedAlikeWhetherItIsNormalizedOrNot() {
    Dataset validation = raw.validation().orElseThrow();

    Evaluation ofRaw = model.evaluate(validation);
    Evaluation ofNormalized = model.evaluate(split.validation().orElseThrow());
    Evaluation unnamed = model.evaluate(plainly(validation));

    assertThat(ofRaw).isEqualTo(ofNormalized).isEqualTo(unnamed);
    assertThat(model.report(plainly(validation)))
        .hasToString(model.report(split.validation().orElseThrow()).toString());
    assertThat(model.gradients(raw.training())).isEqualTo(model.gradients(split.training()));
  }

  @Test
  void aSavedModelKeepsIt() {
    Path file = folder.resolve("it.lamina");
    double[][] rows = rows(40);

    model.save(file);
    Model loaded = Model.load(file);

    assertThat(loaded.preprocessing()).isEqualTo(model.preprocessing());
    assertThat(loaded.predict(rows)).isDeepEqualTo(model.predict(rows));
    assertThat(loaded.classify(rows)).isEqualTo(model.classify(rows));
  }

  @Test
  void thePlainModelNormalizesToo() {
    double[][] rows = rows(5);

    double[][] outputs = model.plain().predict(rows);

    assertThat(outputs).isDeepEqualTo(model.predict(rows));
    assertThat(model.plain().toString()).contains("normalization[3]");
  }

  @Test
  void otherWeightsAndOtherNetworksKeepWhatFits() {
    Network wider =
        sequential(input(3), dense(8).tanh(), batchNorm(), dropout(0.2), dense(4).softmax());

    Model same = model.withWeights(model.weights());
    Model more = model.continueWith(wider).model();

    assertThat(same.preprocessing()).isEqualTo(model.preprocessing());
    assertThat(more.preprocessing().normalization())
        .isEqualTo(model.preprocessing().normalization());
    assertThat(more.preprocessing().labels()).isEmpty();
  }

  @Test
  void trainingGoesOnWithRawData() {
    Model fromRaw = Trainer.create().train(model, PLAN, raw).model();
    Model fromNormalized = Trainer.create().train(model, PLAN, split).model();

    assertThat(fromRaw.weights()).isEqualTo(fromNormalized.weights());
    assertThat(fromRaw.preprocessing()).isEqualTo(model.preprocessing());
  }

  @Test
  void trainingGoesOnWithDataThatIsNormalizedOtherwise() {
    Split other = raw.normalized(minMax());

    Model trained = Trainer.create().train(model, PLAN, other).model();

    assertThat(trained.preprocessing()).isEqualTo(other.training().preprocessing());
  }

  @Test
  void anUntrainedNetworkTakesAnyData() {
    Evaluation evaluation = Model.untrained(NETWORK, PLAN).evaluate(split.training());

    assertThat(evaluation.loss()).isCloseTo(1.1, within(0.8));
  }

  /** Features of very different sizes, whose sum is the class. */
  private static Dataset data(int count) {
    double[][] rows = rows(count);
    int[] classes = new int[count];
    for (int row = 0; row < count; row++) {
      double sum = rows[row][0] + (rows[row][1] - 5e5) / 1e5;
      classes[row] = sum < 0 ? 0 : sum < 1.5 ? 1 : 2;
    }
    return Dataset.of(rows, classes).labels("low", "mid", "high");
  }

  private static double[][] rows(int count) {
    Random random = new Random(4);
    double[][] rows = new double[count][];
    for (int row = 0; row < count; row++) {
      rows[row] =
          new double[] {
            random.nextGaussian(), 5e5 + 1e5 * random.nextGaussian(), 1e-3 * random.nextDouble()
          };
    }
    return rows;
  }

  /** The same numbers in arrays of their own, of which nothing is said. */
  private static Dataset plainly(Dataset data) {
    double[][] features = new double[data.size()][data.featureWidth()];
    double[][] targets = new double[data.size()][data.targetWidth()];
    for (int row = 0; row < data.size(); row++) {
      data.copyFeatures(row, features[row], 0);
      data.copyTargets(row, targets[row], 0);
    }
    return Dataset.of(features, targets);
  }
}
