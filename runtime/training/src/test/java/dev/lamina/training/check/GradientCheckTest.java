package dev.lamina.training.check;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Layers.tanh;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.check.GradientCheck.gradientCheck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {

  private static final double TOLERANCE = 1e-6;
  private static final double[][] ROWS = {{0.1, 0.5}, {-0.2, 1}, {1, -1}, {1.3, 0.9}, {-2, 0.4}};
  private static final Dataset DATA = Dataset.of(ROWS, new double[] {0, 1, 1, 0, 1});
  private static final Network NETWORK =
      sequential(input(2), dense(3).tanh().named("hidden"), dense(1).sigmoid().named("output"));
  private static final TrainingPlan PLAN = training(binaryCrossEntropy(), sgd()).seed(3);

  static Stream<Network> networks() {
    return Stream.of(
        sequential(input(2), dense(1).sigmoid()),
        sequential(input(2), dense(4).l2(0.1), tanh(), dense(1).l1(0.05).noBias().sigmoid()),
        sequential(input(2), dense(4), batchNorm(), relu(), dense(1).sigmoid()),
        sequential(input(2), batchNorm().epsilon(0.1), dense(3).selu(), dense(1).sigmoid()),
        sequential(input(2), dense(8).tanh(), dropout(0.4), dense(1).sigmoid()),
        sequential(input(2), dropout(0.3), dense(4).elu(), dropout(0.5), dense(1).sigmoid()),
        sequential(input(2), dense(3).softmax(), softmax(2), dense(1).sigmoid()),
        sequential(input(2), dense(8).selu(), alphaDropout(0.3), dense(1).sigmoid()),
        sequential(input(2), dense(4).tanh(), gaussianDropout(0.4), dense(1).sigmoid()),
        sequential(input(2), gaussianNoise(0.3), dense(4).tanh(), dense(1).sigmoid()),
        sequential(input(2), dense(4).biasL1(0.1).biasL2(0.2).tanh(), dense(1).sigmoid()),
        sequential(input(2), dense(4).tanh().maxNorm(0.1), dense(1).weightDecay(0.5).sigmoid()),
        sequential(input(2), dense(4).tanh(), dense(3).frozen().tanh(), dense(1).sigmoid()),
        sequential(input(2), dense(4), batchNorm().frozen(), tanh(), dense(1).sigmoid()),
        sequential(
            input(2),
            dense(6).l1(0.01).l2(0.02),
            batchNorm(),
            relu(),
            dropout(0.3),
            dense(4).l2(0.1),
            batchNorm(),
            tanh(),
            dropout(0.2),
            dense(1).sigmoid()));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void backPropagationAgreesWithCentralDifferences(Network network) {
    GradientCheck check = gradientCheck(network, PLAN, DATA);

    assertThat(check.isPassed(TOLERANCE)).as("%s%n%s", network, check).isTrue();
  }

  @Test
  void everyLearnedParameterIsCheckedFromInputToOutput() {
    Network network = sequential(input(2), dense(2).noBias(), batchNorm(), dense(1).sigmoid());

    GradientCheck check = gradientCheck(network, binaryCrossEntropy(), DATA);

    assertThat(check.parameters())
        .extracting(each -> each.layer() + "." + each.parameter())
        .containsExactly(
            "dense.kernel",
            "batch_normalization.gamma",
            "batch_normalization.beta",
            "dense_1.kernel",
            "dense_1.bias");
  }

  @Test
  void whatIsFrozenIsNotChecked() {
    Network network =
        sequential(input(2), dense(2).frozen(), batchNorm().frozen(), dense(1).sigmoid());

    GradientCheck check = gradientCheck(network, binaryCrossEntropy(), DATA);

    assertThat(check.parameters()).extracting(ParameterError::layer).containsOnly("dense_1");
  }

  @Test
  void bothDerivativesAreThoseWorkedOutByHand() {
    Network network = sequential(input(1), dense(1).initializer(constant(0.5)).named("unit"));
    Dataset data = Dataset.of(new double[][] {{2}, {4}}, new double[] {0, 0});

    GradientCheck check = gradientCheck(network, meanSquaredError(), data);

    // The outputs are 1 and 2: derivatives (2 * 1 * 2 + 2 * 2 * 4) / 2 and (2 * 1 + 2 * 2) / 2.
    assertThat(check.parameters())
        .extracting(ParameterError::backPropagation)
        .containsExactly(10.0, 3.0);
    assertThat(check.parameters().get(0).centralDifference()).isCloseTo(10, within(1e-8));
    assertThat(check.parameters().get(1).centralDifference()).isCloseTo(3, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden", "output"})
  void gradientsThatAreWrongDoNotPass(String layer) {
    Model right = Model.untrained(NETWORK, PLAN.precision(Precision.FLOAT64));
    double[][] kernel = right.weights().matrix(layer, "kernel");
    kernel[1][0] += 1e-3;
    Weights moved = right.weights().with(layer, "kernel", kernel);
    CentralDifferences elsewhere = differences(right.withWeights(moved));

    GradientCheck check = GradientCheck.compared(NETWORK, right.gradients(DATA), elsewhere);

    assertThat(check.isPassed(TOLERANCE)).isFalse();
    assertThat(check.worst().error()).isBetween(1e-4, 1.0);
  }

  @Test
  void aMissingPenaltyDoesNotPassAndNamesItsParameter() {
    Network penalized =
        sequential(
            input(2), dense(3).tanh().named("hidden"), dense(1).l2(1e-3).sigmoid().named("output"));
    Model plain = Model.untrained(NETWORK, PLAN.precision(Precision.FLOAT64));
    Model other =
        Model.untrained(penalized, PLAN.precision(Precision.FLOAT64)).withWeights(plain.weights());

    GradientCheck check =
        GradientCheck.compared(NETWORK, plain.gradients(DATA), differences(other));

    assertThat(check.isPassed(TOLERANCE)).isFalse();
    assertThat(check.parameters())
        .filteredOn(each -> each.error() > TOLERANCE)
        .extracting(each -> each.layer() + "." + each.parameter())
        .containsExactly("output.kernel");
  }

  @Test
  void aFunctionThatBendsWithinTheStepDoesNotPass() {
    Network network = sequential(input(2), dense(1).relu().initializer(constant(1)).named("kink"));
    Dataset atZero = Dataset.of(new double[][] {{1, -1}}, new double[] {1});

    GradientCheck check = gradientCheck(network, meanSquaredError(), atZero);

    // Left of 0 the derivative is 0, right of it -2: the difference gives their mean.
    assertThat(check.worst().centralDifference()).isCloseTo(-1, within(1e-4));
    assertThat(check.worst().backPropagation()).isZero();
    assertThat(check.isPassed(0.5)).isFalse();
  }

  @Test
  void aDerivativeThatIsNotFiniteDoesNotPass() {
    GradientCheck check =
        new GradientCheck(
            List.of(
                ParameterError.worst("a", "bias", new double[] {1}, new double[] {1}, 0),
                ParameterError.worst(
                    "b", "bias", new double[] {1, Double.NaN}, new double[] {1, 1}, 0)));

    assertThat(check.worst().layer()).isEqualTo("b");
    assertThat(check.worst().at()).isEqualTo(1);
    assertThat(check.isPassed(1e300)).isFalse();
  }

  @Test
  void derivativesThatDrownInRoundingCountAsEqual() {
    ParameterError tiny =
        ParameterError.worst("a", "bias", new double[] {1e-12}, new double[] {0}, 1);
    ParameterError beside =
        ParameterError.worst("a", "bias", new double[] {1e-12}, new double[] {0}, 1000);

    assertThat(tiny.error()).isCloseTo(1e-8, within(1e-14));
    assertThat(beside.error()).isCloseTo(1e-11, within(1e-17));
  }

  @Test
  void aModelIsCheckedWithTheWeightsThatItHasAndStaysAsItIs() {
    Model model =
        Trainer.create().train(NETWORK, training(binaryCrossEntropy(), adam()), DATA).model();
    Weights before = model.weights();

    GradientCheck check = gradientCheck(model, DATA);

    assertThat(check.isPassed(TOLERANCE)).as("%s", check).isTrue();
    assertThat(model.weights()).isEqualTo(before);
    assertThat(check).isNotEqualTo(gradientCheck(NETWORK, model.plan(), DATA));
  }

  @Test
  void itPrintsItselfAsATable() {
    GradientCheck check =
        new GradientCheck(
            List.of(
                new ParameterError("hidden", "kernel", 1.23456e-9, 17, -0.25, -0.2500000003),
                new ParameterError("out", "bias", Double.POSITIVE_INFINITY, 0, Double.NaN, 12)));

    assertThat(check)
        .hasToString(
            String.join(
                System.lineSeparator(),
                "parameter     relative error       at   back-propagation central difference",
                "hidden.kernel       1.23e-09       17  -2.5000000000e-01  -2.5000000030e-01",
                "out.bias            Infinity        0                NaN   1.2000000000e+01"));
  }

  @Test
  void theDataAreChecked() {
    Dataset narrow = Dataset.of(new double[][] {{1}}, new double[] {0});

    String message = messageOf(() -> gradientCheck(NETWORK, PLAN, narrow));

    assertThat(message)
        .isEqualTo(
            """
            Gradient check of network `sequential` is not valid: 1 problem.
              1. Data has 1 feature in each sample but the network takes `input(2)`.
                 Fix: use `input(1)`, or give samples of 2 features.""");
  }

  @Test
  void theToleranceMustBeAboveZero() {
    GradientCheck check =
        new GradientCheck(List.of(new ParameterError("hidden", "kernel", 0, 0, 1, 1)));

    String message = messageOf(() -> check.isPassed(0));

    assertThat(message)
        .isEqualTo(
            """
            `isPassed(0)` is not valid: 1 problem.
              1. `tolerance` must be a finite number above 0 but is 0.
                 Fix: give the largest relative error, such as 1e-6.""");
  }

  private static CentralDifferences differences(Model model) {
    return new CentralDifferences(model, Batch.of(DATA, new int[] {0, 1, 2, 3, 4}, 0, 5));
  }
}
