package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Dataset;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRefusalTest {

  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());
  private static final Model MODEL = Model.untrained(Xor.network(), Xor.plan());

  static Stream<Arguments> wrongWidths() {
    return Stream.of(
        arguments(0, "has 3 features", (ThrowingCallable) () -> MODEL.predict(new double[3])),
        arguments(0, "has 1 feature", (ThrowingCallable) () -> MODEL.predict(new double[1])),
        arguments(0, "has 0 features", (ThrowingCallable) () -> MODEL.predict(new double[1][0])),
        arguments(0, "is null", (ThrowingCallable) () -> MODEL.predict((double[]) null)),
        arguments(0, "is null", (ThrowingCallable) () -> MODEL.classify((double[]) null)),
        arguments(0, "has 3 features", (ThrowingCallable) () -> MODEL.classify(new double[3])),
        arguments(
            1,
            "has 1 feature",
            (ThrowingCallable) () -> MODEL.predict(new double[][] {{1, 2}, {1}, {1, 2}})),
        arguments(
            2,
            "is null",
            (ThrowingCallable) () -> MODEL.classify(new double[][] {{1, 2}, {1, 2}, null})));
  }

  @ParameterizedTest(name = "row {0} {1}")
  @MethodSource("wrongWidths")
  void rowsMustBeAsWideAsTheInput(int row, String came, ThrowingCallable call) {
    String message = messageOf(call);

    assertThat(message)
        .isEqualTo(
            """
            Prediction of network `xor` is not valid: 1 problem.
              1. Row %d %s but the network takes `input(2)`.
                 Fix: give 2 features a row.""",
            row, came);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void featuresMustBeFinite(double value) {
    double[][] features = {{0, 1}, {0, value}};

    String message = messageOf(() -> MODEL.predict(features));

    assertThat(message)
        .isEqualTo(
            """
            Prediction of network `xor` is not valid: 1 problem.
              1. Row 1 needs numbers that are finite but column 1 (both counted from 0) is %s.
                 Fix: leave the row out, or fill in the missing value.""",
            value);
  }

  @Test
  void featuresMustStayFiniteInTheDataTypeOfTheNetwork() {
    Model wide = Model.untrained(sequential(input(1), dense(1)), PLAN.precision(Precision.FLOAT64));

    String message = messageOf(() -> MODEL.predict(new double[] {1e39, 0}));

    assertThat(message)
        .isEqualTo(
            """
            Prediction of network `xor` is not valid: 1 problem.
              1. Row 0 needs numbers within the range of FLOAT32 but column 0 (both counted from 0) \
            is 1e39.
                 Fix: scale the features as those that the network learned from.""");
    assertThat(wide.predict(new double[] {1e39})[0]).isFinite();
  }

  static Stream<Block> ends() {
    return Stream.of(dense(2), dense(2).sigmoid(), dense(1).relu());
  }

  @ParameterizedTest
  @MethodSource("ends")
  void classesAreReadFromSoftmaxOrOneSigmoidOnly(Block end) {
    Model model = Model.untrained(sequential(input(2), dense(3), end), PLAN);

    String message = messageOf(() -> model.classify(new double[] {0, 1}));

    assertThat(message)
        .isEqualTo(
            """
            Prediction of network `sequential` is not valid: 1 problem.
              1. Layer 2 `%s` ends the network, but a class is read from softmax, or from one sigmoid.
                 Fix: use `predict` for the outputs, or end the network in such a layer.""",
            end);
  }

  @Test
  void dataToEvaluateOnIsCheckedWhole() {
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{0, 1}, {1, 0}});

    String message = messageOf(() -> MODEL.evaluate(data));

    assertThat(message)
        .isEqualTo(
            """
            Evaluation of network `xor` is not valid: 2 problems.
              1. Data has 1 feature in each sample but the network takes `input(2)`.
                 Fix: use `input(1)`, or give samples of 2 features.
              2. Data has 2 targets in each sample but `binaryCrossEntropy()` needs 1 for the 1 \
            output of layer 4 `dense(1).sigmoid().named("out")`.
                 Fix: give the network 2 outputs, or each sample 1 target.""");
  }

  @Test
  void networkAndPlanOfAnUntrainedModelAreChecked() {
    String message = messageOf(() -> Model.untrained(sequential(input(2)), PLAN));

    assertThat(message)
        .isEqualTo(
            """
            Network `sequential` is not valid: 1 problem.
              1. The network needs at least one layer after `input(2)` but has none.
                 Fix: add layers, such as `dense(1)` for one output.""");
  }

  static Stream<Arguments> gaps() {
    return Stream.of(
        gap("predict(features)", "features", () -> MODEL.predict((double[][]) null)),
        gap("classify(features)", "features", () -> MODEL.classify((double[][]) null)),
        gap("evaluate(data)", "data", () -> MODEL.evaluate(null)),
        gap("withWeights(weights)", "weights", () -> MODEL.withWeights(null)),
        gap("save(null)", "file", () -> MODEL.save(null)),
        gap("Model.load(null)", "file", () -> Model.load(null)),
        gap("compile(network, training)", "network", () -> Model.untrained(null, PLAN)),
        gap("compile(network, training)", "training", () -> Model.untrained(Xor.network(), null)));
  }

  private static Arguments gap(String call, String argument, ThrowingCallable code) {
    return arguments(call, argument, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gaps")
  void nullIsRefusedWhereItStands(String call, String argument, ThrowingCallable code) {
    String message = messageOf(code);

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `%s` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""",
            call, argument);
  }
}
