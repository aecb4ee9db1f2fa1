package dev.lamina.training.data;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureCheckTest {

  private static final Network NETWORK = sequential(input(2), dense(1));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());

  @Test
  void dataThatFitsHasNoProblems() {
    Dataset data = Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 1});

    assertThat(Problems.of(NETWORK, PLAN, Split.of(data, data))).isEmpty();
  }

  @Test
  void thereMustBeSamples() {
    Dataset none = Dataset.of(new double[0][], new double[0]);

    List<String> problems = Problems.of(NETWORK, PLAN, Split.of(none, none));

    assertThat(problems)
        .containsExactly(
            """
            Training data needs at least one sample but has none.
            Fix: give samples.""",
            """
            Validation data needs at least one sample but has none.
            Fix: give samples.""");
  }

  @Test
  void samplesMustBeAsWideAsTheInput() {
    Dataset three = Dataset.of(new double[][] {{1, 2, 3}}, new double[] {0});
    Dataset one = Dataset.of(new double[][] {{1}}, new double[] {0});

    List<String> problems = Problems.of(NETWORK, PLAN, Split.of(three, one));

    assertThat(problems)
        .containsExactly(
            """
            Training data has 3 features in each sample but the network takes `input(2)`.
            Fix: use `input(3)`, or give samples of 2 features.""",
            """
            Validation data has 1 feature in each sample but the network takes `input(2)`.
            Fix: use `input(1)`, or give samples of 2 features.""");
  }

  @Test
  void samplesMustHaveFeatures() {
    Dataset empty = Dataset.of(new double[][] {{}}, new double[] {0});

    List<String> problems = Problems.of(NETWORK, PLAN, Split.of(empty));

    assertThat(problems)
        .containsExactly(
            """
            Training data has 0 features in each sample but the network takes `input(2)`.
            Fix: give samples of 2 features.""");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void featuresMustBeFinite(double value) {
    double[][] features = {{1, 2}, {3, value}, {5, 6}};

    List<String> problems =
        Problems.of(NETWORK, PLAN, Split.of(Dataset.of(features, new double[3])));

    assertThat(problems)
        .containsExactly(
            """
            Training data needs numbers that are finite but row 1, feature column 1 (both counted \
            from 0) is %s.
            Fix: remove such samples, or fill in the missing values."""
                .formatted(value));
  }

  @Test
  void theFirstFaultIsShownAndTheRowsAtFaultAreCounted() {
    double[][] features = {{1, 2}, {Double.NaN, Double.NaN}, {5, Double.NaN}, {Double.NaN, 8}};

    List<String> problems =
        Problems.of(NETWORK, PLAN, Split.of(Dataset.of(features, new double[4])));

    assertThat(problems)
        .containsExactly(
            """
            Training data needs numbers that are finite but row 1, feature column 0 (both counted \
            from 0) is NaN, and 3 rows in all are at fault.
            Fix: remove such samples, or fill in the missing values.""");
  }

  @Test
  void featuresMustStayFiniteInTheDataTypeOfThePlan() {
    Dataset data = Dataset.of(new double[][] {{1, 2}, {-1e39, 4}}, new double[2]);

    List<String> single = Problems.of(NETWORK, PLAN, Split.of(data));
    List<String> both = Problems.of(NETWORK, PLAN.precision(Precision.FLOAT64), Split.of(data));

    assertThat(single)
        .containsExactly(
            """
            Training data needs numbers within the range of FLOAT32 but row 1, feature column 0 \
            (both counted from 0) is -1e39.
            Fix: scale the data, or train with `.precision(FLOAT64)`.""");
    assertThat(both).isEmpty();
  }

  @Test
  void featuresAndTargetsAreCheckedTogether() {
    Dataset data = Dataset.of(new double[][] {{1, Double.NaN}}, new double[][] {{1, 2, 3}});

    List<String> problems = Problems.of(NETWORK, PLAN, Split.of(data));

    assertThat(problems)
        .containsExactly(
            """
            Training data needs numbers that are finite but row 0, feature column 1 (both counted \
            from 0) is NaN.
            Fix: remove such samples, or fill in the missing values.""",
            """
            Training data has 3 targets in each sample but `meanSquaredError()` needs 1 for the 1 \
            output of layer 1 `dense(1)`.
            Fix: give the network 3 outputs, or each sample 1 target.""");
  }

  @Test
  void dataToEvaluateOnIsCheckedTheSameWay() {
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {0});

    assertThat(DataCheck.problems(NETWORK, PLAN, data))
        .singleElement()
        .satisfies(problem -> assertThat(problem.where()).isEqualTo("Data"))
        .satisfies(
            problem ->
                assertThat(problem.finding())
                    .isEqualTo("has 1 feature in each sample but the network takes `input(2)`."));
  }
}
