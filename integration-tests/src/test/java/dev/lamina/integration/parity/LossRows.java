package dev.lamina.integration.parity;

import static dev.lamina.dsl.Activations.SIGMOID;
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

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.training.model.Model;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/** Losses: the mean over samples, and its gradient by the logits. */
final class LossRows {

  private static final double TOLERANCE = 1e-9;

  private static final List<Loss> WORDS =
      List.of(
          meanSquaredError(),
          absoluteError(),
          meanAbsolutePercentageError(),
          meanSquaredLogarithmicError(),
          huber(),
          huber(0.5),
          logCosh(),
          poisson(),
          hinge(),
          squaredHinge(),
          cosineSimilarity(),
          binaryCrossEntropy(),
          binaryCrossEntropy().labelSmoothing(0.1),
          binaryFocalCrossEntropy(),
          binaryFocalCrossEntropy().gamma(1.5).alpha(0.25),
          categoricalCrossEntropy(),
          categoricalCrossEntropy().labelSmoothing(0.1),
          categoricalFocalCrossEntropy(),
          categoricalFocalCrossEntropy().gamma(1.5).alpha(0.5).labelSmoothing(0.1),
          sparseCategoricalCrossEntropy(),
          sparseCategoricalCrossEntropy().labelSmoothing(0.1),
          klDivergence());

  private LossRows() {}

  static List<Row> rows() {
    return Stream.concat(WORDS.stream().map(LossRows::row), Stream.of(confidentAndWrong()))
        .toList();
  }

  private static Row row(Loss word) {
    LossSamples samples = LossSamples.of(word);
    PlainFunction output = samples.output().accept(new PlainActivations());
    PlainLoss plain = word.accept(new PlainLosses());
    double value = plain.mean(output.values(samples.logits()), samples.targets());
    double[] gradient = plain.gradient(output, samples.logits(), samples.targets());
    Model model = Probe.last(samples.output(), word, samples.logits());
    double difference =
        Math.max(
            Difference.of(Probe.loss(model, samples.targets()), value),
            Difference.of(Probe.gradient(model, samples.targets()), gradient));
    return new Row(
        "Losses",
        word.toString(),
        word.getClass(),
        plain.formula(),
        "formula, and its central differences",
        difference,
        TOLERANCE,
        word.accept(new Dl4jLosses())
            .map(dl4j -> Dl4j.differsBy(difference(dl4j, samples, value, gradient)))
            .orElseGet(Dl4j::hasNone));
  }

  /** Where a sigmoid rounds to 1: the loss of y = 0 is ln(1 + e^z), its gradient sigmoid(z). */
  private static Row confidentAndWrong() {
    double[] logits = {20};
    double[][] targets = {{0}};
    double value = 20 + Math.log1p(Math.exp(-20));
    double[] gradient = {1 / (1 + Math.exp(-20))};
    Model model = Probe.last(SIGMOID, binaryCrossEntropy(), logits);
    LossSamples samples = new LossSamples(SIGMOID, logits, targets);
    return new Row(
        "Losses",
        binaryCrossEntropy() + " at z = 20, y = 0",
        binaryCrossEntropy().getClass(),
        "ln(1 + e^z) - y z",
        "closed form, value and derivative",
        Math.max(
            Difference.of(Probe.loss(model, targets), value),
            Difference.of(Probe.gradient(model, targets), gradient)),
        TOLERANCE,
        Dl4j.differsBy(difference(new LossBinaryXENT(), samples, value, gradient)));
  }

  /** DL4J gives the sum of gradients, and divides by the number of samples later. */
  private static double difference(
      ILossFunction dl4j, LossSamples samples, double value, double[] gradient) {
    int count = samples.targets().length;
    INDArray targets = Nd4j.create(samples.targets());
    INDArray logits = logits(samples.logits(), count);
    double loss = dl4j.computeScore(targets, logits.dup(), output(samples.output()), null, true);
    INDArray sum = dl4j.computeGradient(targets, logits, output(samples.output()), null).sum(0);
    return Math.max(
        Difference.of(loss, value), Difference.of(sum.div(count).toDoubleVector(), gradient));
  }

  private static INDArray logits(double[] logits, int count) {
    return Nd4j.create(Stream.generate(() -> logits).limit(count).toArray(double[][]::new));
  }

  private static IActivation output(Activation output) {
    return output.accept(new Dl4jActivations()).orElseThrow();
  }
}
