package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.sigmoid;
import static dev.lamina.dsl.Losses.absoluteError;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.binaryFocalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalFocalCrossEntropy;
import static dev.lamina.dsl.Losses.cosineSimilarity;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.huber;
import static dev.lamina.dsl.Losses.klDivergence;
import static dev.lamina.dsl.Losses.logCosh;
import static dev.lamina.dsl.Losses.meanAbsolutePercentageError;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.meanSquaredLogarithmicError;
import static dev.lamina.dsl.Losses.poisson;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Losses.squaredHinge;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.compiler.lowering.activation.TemperedSoftmax;
import dev.lamina.compiler.lowering.loss.LogitBinaryCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitBinaryFocalCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitCategoricalCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitCategoricalFocalCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitKlDivergence;
import dev.lamina.compiler.lowering.loss.LogitSparseCategoricalCrossEntropy;
import dev.lamina.compiler.lowering.loss.OutputAbsoluteError;
import dev.lamina.compiler.lowering.loss.OutputCosineSimilarity;
import dev.lamina.compiler.lowering.loss.OutputHinge;
import dev.lamina.compiler.lowering.loss.OutputHuber;
import dev.lamina.compiler.lowering.loss.OutputLogCosh;
import dev.lamina.compiler.lowering.loss.OutputLogarithmicError;
import dev.lamina.compiler.lowering.loss.OutputPercentageError;
import dev.lamina.compiler.lowering.loss.OutputPoisson;
import dev.lamina.compiler.lowering.loss.OutputSquaredHinge;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.loss.Loss;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class LossLoweringTest {

  static Stream<Arguments> ends() {
    return Stream.of(
        arguments(meanSquaredError(), dense(3), new LossMSE(), new ActivationIdentity()),
        arguments(meanSquaredError(), dense(3).relu(), new LossMSE(), new ActivationReLU()),
        arguments(meanSquaredError(), relu(), new LossMSE(), new ActivationReLU()),
        arguments(absoluteError(), dense(3), new OutputAbsoluteError(), new ActivationIdentity()),
        arguments(
            meanAbsolutePercentageError(),
            dense(3),
            new OutputPercentageError(),
            new ActivationIdentity()),
        arguments(
            meanSquaredLogarithmicError(),
            dense(3).relu(),
            new OutputLogarithmicError(),
            new ActivationReLU()),
        arguments(huber(0.5), dense(3), new OutputHuber(0.5), new ActivationIdentity()),
        arguments(logCosh(), dense(3), new OutputLogCosh(), new ActivationIdentity()),
        arguments(poisson(), dense(3).relu(), new OutputPoisson(), new ActivationReLU()),
        arguments(hinge(), dense(3), new OutputHinge(), new ActivationIdentity()),
        arguments(squaredHinge(), dense(3), new OutputSquaredHinge(), new ActivationIdentity()),
        arguments(
            cosineSimilarity(), dense(3), new OutputCosineSimilarity(), new ActivationIdentity()),
        arguments(
            binaryCrossEntropy().labelSmoothing(0.1),
            sigmoid(),
            new LogitBinaryCrossEntropy(0.1),
            new ActivationSigmoid()),
        arguments(
            binaryFocalCrossEntropy(),
            sigmoid(),
            new LogitBinaryFocalCrossEntropy(2, 1, 1),
            new ActivationSigmoid()),
        arguments(
            binaryFocalCrossEntropy().gamma(1).alpha(0.25),
            sigmoid(),
            new LogitBinaryFocalCrossEntropy(1, 0.25, 0.75),
            new ActivationSigmoid()),
        arguments(
            categoricalCrossEntropy().labelSmoothing(0.1),
            dense(3).softmax(),
            new LogitCategoricalCrossEntropy(0.1),
            new TemperedSoftmax(1)),
        arguments(
            categoricalFocalCrossEntropy().gamma(1).labelSmoothing(0.1),
            dense(3).softmax(),
            new LogitCategoricalFocalCrossEntropy(1, 0.25, 0.1),
            new TemperedSoftmax(1)),
        arguments(
            sparseCategoricalCrossEntropy().labelSmoothing(0.1),
            dense(3).softmax(),
            new LogitSparseCategoricalCrossEntropy(0.1),
            new TemperedSoftmax(1)),
        arguments(
            klDivergence(), dense(3).softmax(), new LogitKlDivergence(), new TemperedSoftmax(1)),
        arguments(
            binaryCrossEntropy(),
            dense(3).sigmoid(),
            new LogitBinaryCrossEntropy(),
            new ActivationSigmoid()),
        arguments(
            binaryCrossEntropy(),
            sigmoid(),
            new LogitBinaryCrossEntropy(),
            new ActivationSigmoid()),
        arguments(
            categoricalCrossEntropy(),
            dense(3).softmax(),
            new LogitCategoricalCrossEntropy(),
            new TemperedSoftmax(1)),
        arguments(
            categoricalCrossEntropy(),
            dense(3).softmax(2),
            new LogitCategoricalCrossEntropy(),
            new TemperedSoftmax(2)),
        arguments(
            sparseCategoricalCrossEntropy(),
            dense(3).softmax(),
            new LogitSparseCategoricalCrossEntropy(),
            new TemperedSoftmax(1)));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("ends")
  void theLossLayerHasTheLossAndTheActivationOfTheOutput(
      Loss loss, Layer end, ILossFunction function, IActivation activation) {
    ComputationGraphConfiguration configuration =
        Lowered.network(training(loss, sgd()), dense(3).named("before"), end.named("end"));

    LossLayer layer = Lowered.layer(configuration, "end/loss", LossLayer.class);
    assertThat(layer.getLossFn()).isEqualTo(function);
    assertThat(layer.getActivationFn()).isEqualTo(activation);
    assertThat(layer.getIDropout()).isNull();
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("ends")
  void whatComesBeforeTheLossGivesLogits(
      Loss loss, Layer end, ILossFunction function, IActivation activation) {
    ComputationGraphConfiguration configuration =
        Lowered.network(training(loss, sgd()), dense(3).named("before"), end.named("end"));

    String before = configuration.getVertexInputs().get("end/loss").get(0);
    assertThat(Lowered.layer(configuration, before, DenseLayer.class).getActivationFn())
        .isEqualTo(new ActivationIdentity());
  }
}
