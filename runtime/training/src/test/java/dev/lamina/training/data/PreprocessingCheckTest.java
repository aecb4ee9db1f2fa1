package dev.lamina.training.data;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.data.Normalizers.minMax;
import static dev.lamina.training.data.Normalizers.standard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import org.junit.jupiter.api.Test;

class PreprocessingCheckTest {

  private static final Dataset DATA =
      Dataset.of(new double[][] {{1, 2}, {3, 5}, {4, 8}}, new int[] {0, 1, 1});
  private static final Network NETWORK = sequential(input(2), dense(1).sigmoid());
  private static final TrainingPlan PLAN = training(binaryCrossEntropy(), sgd());

  @Test
  void partsThatAreNormalizedTogetherAreRight() {
    Split split = Split.of(DATA, DATA.rows(0, 2)).normalized(standard());

    assertThat(Problems.of(NETWORK, PLAN, split)).isEmpty();
  }

  @Test
  void validationDataMustBeNormalizedAsTrainingDataIs() {
    Dataset normalized = Split.of(DATA).normalized(standard()).training();
    Dataset otherwise = Split.of(DATA).normalized(minMax()).training();

    assertThat(Problems.of(NETWORK, PLAN, Split.of(normalized, DATA)))
        .containsExactly(
            """
            Validation data is not normalized as the training data is.
            Fix: split the data first, then normalize all parts by `split.normalized(standard())`.\
            """);
    assertThat(Problems.of(NETWORK, PLAN, Split.of(normalized, otherwise)))
        .containsExactly(
            """
            Validation data was normalized otherwise than the training data.
            Fix: give it as it was before, or normalize all parts at once by \
            `split.normalized(standard())`.""");
    assertThat(Problems.of(NETWORK, PLAN, Split.of(DATA, normalized)))
        .containsExactly(
            """
            Validation data was normalized, unlike the training data.
            Fix: give it as it was before, or normalize all parts at once by \
            `split.normalized(standard())`.""");
  }

  @Test
  void validationDataMustNameTheSameClasses() {
    Split split = Split.of(DATA.labels("a", "b"), DATA.labels("b", "a"));

    assertThat(Problems.of(NETWORK, PLAN, split))
        .containsExactly(
            """
            Validation data has the classes [b, a] but the training data has [a, b].
            Fix: give both the same names in the same order: `Dataset.of(features, labels, classes)`.""");
    assertThat(Problems.of(NETWORK, PLAN, Split.of(DATA.labels("a", "b"), DATA))).isEmpty();
  }

  @Test
  void thereAreAsManyNamesAsTheNetworkTellsClassesApart() {
    Dataset three = DATA.labels("a", "b", "c");

    assertThat(Problems.of(binaryCrossEntropy(), dense(1).sigmoid(), three))
        .containsExactly(
            """
            Training data names the classes [a, b, c] but the 1 output of layer 1 \
            `dense(1).sigmoid()` tells 2 apart.
            Fix: give the last layer as many units as there are classes, or one sigmoid for two.\
            """);
    assertThat(Problems.of(sparseCategoricalCrossEntropy(), dense(4).softmax(), three))
        .containsExactly(
            """
            Training data names the classes [a, b, c] but the 4 outputs of layer 1 \
            `dense(4).softmax()` tell 4 apart.
            Fix: give the last layer as many units as there are classes, or one sigmoid for two.\
            """);
    assertThat(Problems.of(sparseCategoricalCrossEntropy(), dense(3).softmax(), three)).isEmpty();
    assertThat(Problems.of(meanSquaredError(), dense(1), three)).isEmpty();
  }
}
