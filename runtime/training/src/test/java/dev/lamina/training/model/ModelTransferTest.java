package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTransferTest {

  private static final TrainingPlan PLAN =
      training(meanSquaredError(), adam(0.05)).epochs(3).batchSize(8).seed(3);

  private static final Network OLD =
      sequential(
          input(2),
          dense(4).tanh().named("low"),
          batchNorm().named("norm"),
          dense(3).tanh().named("middle"),
          dense(1).named("head"));

  /** Of the same layers two are there again, one has another width, and one another name. */
  private static final Network NEW =
      sequential(
          input(2),
          dense(4).tanh().frozen().named("low"),
          batchNorm().frozen().named("norm"),
          relu(),
          dense(5).tanh().named("middle"),
          dense(2).named("outputs"));

  private static final Model MODEL = Trainer.create().train(OLD, PLAN, data()).model();

  @Test
  void layersOfTheSameNameAndShapesHaveTheWeightsOfTheModel() {
    Transfer transfer = MODEL.continueWith(NEW);

    Weights weights = transfer.model().weights();
    Weights old = MODEL.weights();
    assertThat(weights.matrix("low", "kernel")).isDeepEqualTo(old.matrix("low", "kernel"));
    for (String parameter : List.of("gamma", "beta", "movingMean", "movingVariance")) {
      assertThat(weights.vector("norm", parameter)).containsExactly(old.vector("norm", parameter));
    }
    assertThat(transfer.model().network()).isEqualTo(NEW);
    assertThat(transfer.model().plan()).isEqualTo(PLAN);
  }

  @Test
  void theOtherLayersStartAsTheyDoWithoutTheModel() {
    Transfer transfer = MODEL.continueWith(NEW);

    Weights weights = transfer.model().weights();
    Weights fresh = Model.untrained(NEW, PLAN).weights();
    assertThat(weights.matrix("middle", "kernel")).isDeepEqualTo(fresh.matrix("middle", "kernel"));
    assertThat(weights.matrix("outputs", "kernel"))
        .isDeepEqualTo(fresh.matrix("outputs", "kernel"));
    assertThat(weights.matrix("low", "kernel")).isNotEqualTo(fresh.matrix("low", "kernel"));
  }

  @Test
  void theReportSaysWhatBecameOfEachLayerAndWhy() {
    Transfer transfer = MODEL.continueWith(NEW);

    assertThat(transfer.taken()).containsExactly("low", "norm");
    assertThat(transfer.fresh()).containsExactly("middle", "outputs");
    assertThat(transfer.leftBehind()).containsExactly("middle", "head");
    assertThat(transfer.layers().get(2))
        .isEqualTo(
            new Transfer.Match(
                "middle",
                Map.of("kernel", List.of(4, 3), "bias", List.of(3)),
                Map.of("kernel", List.of(4, 5), "bias", List.of(5))));
  }

  @Test
  void itPrintsATableOfTheLayers() {
    Network from =
        sequential(
            input(2), dense(4).named("low"), dense(3).named("middle"), dense(1).named("head"));
    Network to =
        sequential(
            input(2), dense(4).named("low"), dense(5).named("middle"), dense(2).named("outputs"));

    Transfer transfer = Model.untrained(from, PLAN).continueWith(to);

    assertThat(transfer.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            Layer    In the model             In the network           Weights
            low      kernel [2, 4], bias [4]  kernel [2, 4], bias [4]  taken
            middle   kernel [4, 3], bias [3]  kernel [4, 5], bias [5]  new: the shapes differ
            outputs  -                        kernel [5, 2], bias [2]  new: the model has no such layer
            head     kernel [3, 1], bias [1]  -                        \
            left behind: the network has no such layer""");
  }

  @Test
  void theOptimizerStartsAnewAndTheModelStaysAsItIs() {
    Weights before = MODEL.weights();

    Model next = MODEL.continueWith(OLD).model();
    TrainingResult result = Trainer.create().train(next, PLAN, data());

    assertThat(next.weights()).isEqualTo(before);
    assertThat(next.unwrap().getIterationCount()).isZero();
    assertThat(next.unwrap().getUpdater().getStateViewArray().sumNumber().doubleValue()).isZero();
    assertThat(result.model().weights()).isNotEqualTo(before);
    assertThat(MODEL.weights()).isEqualTo(before);
  }

  @Test
  void aNewHeadLearnsOnFrozenLayersThatStayAsTheyWere() {
    Network classifier =
        sequential(
            input(2),
            dense(4).tanh().frozen().named("low"),
            batchNorm().frozen().named("norm"),
            dense(2).softmax().named("classes"));
    TrainingPlan plan = training(categoricalCrossEntropy(), adam(0.2)).epochs(25).batchSize(16);
    Dataset classes = classes();

    Model start = MODEL.continueWith(classifier, plan).model();
    Model learned = Trainer.create().train(start, plan, classes).model();

    Weights weights = learned.weights();
    Weights old = MODEL.weights();
    for (String parameter : List.of("gamma", "beta", "movingMean", "movingVariance")) {
      assertThat(weights.vector("norm", parameter)).containsExactly(old.vector("norm", parameter));
    }
    assertThat(weights.matrix("low", "kernel")).isDeepEqualTo(old.matrix("low", "kernel"));
    assertThat(weights.vector("low", "bias")).containsExactly(old.vector("low", "bias"));
    assertThat(learned.evaluate(classes).loss()).isLessThan(start.evaluate(classes).loss() / 2);
  }

  @Test
  void aNetworkThatHasNoLayerInCommonIsRefused() {
    Network other = sequential(input(2), dense(4).named("first"), dense(1)).named("other");

    String message = messageOf(() -> MODEL.continueWith(other));

    assertThat(message)
        .isEqualTo(
            """
            `continueWith(network)` for network `other` is not valid: 1 problem.
              1. The network needs a layer with the name and shapes of one of the model but has none.
                 Fix: give layers that stay the same the names that the model has: \
            [low, norm, middle, head].""");
  }

  @Test
  void aNetworkThatThePlanDoesNotSuitIsRefused() {
    Network softmax = sequential(input(2), dense(4).named("low"), dense(2).softmax());
    TrainingPlan plan = training(binaryCrossEntropy(), sgd());

    String message = messageOf(() -> MODEL.continueWith(softmax, plan));

    assertThat(message).isEqualTo(messageOf(() -> Model.untrained(softmax, plan)));
  }

  @Test
  void weightsThatThePrecisionCannotHoldAreRefused() {
    TrainingPlan exact = PLAN.precision(Precision.FLOAT64);
    Network unit = sequential(input(1), dense(1).noBias().named("unit"));
    Model large = Model.untrained(unit, exact);
    Weights weights = large.weights().with("unit", "kernel", new double[][] {{1e300}});

    String message = messageOf(() -> large.withWeights(weights).continueWith(unit, PLAN));
    String trained =
        messageOf(
            () ->
                Trainer.create()
                    .train(
                        large.withWeights(weights),
                        PLAN,
                        Dataset.of(new double[2][1], new double[2])));

    assertThat(trained)
        .isEqualTo(message.replace("continueWith(network)", "train(start, plan, split)"));
    assertThat(message)
        .isEqualTo(
            """
            `continueWith(network)` for network `sequential` is not valid: 1 problem.
              1. Layer 1 `dense(1).noBias().named("unit")` needs a `kernel` within the range of FLOAT32 \
            but the weights have 1e300.
                 Fix: give smaller numbers, or train with `.precision(FLOAT64)`.""");
  }

  @Test
  void nothingIsNoNetworkAndNoPlan() {
    String network = messageOf(() -> MODEL.continueWith(null));
    String plan = messageOf(() -> MODEL.continueWith(OLD, null));

    assertThat(network).contains("`network` must be a value but is null.");
    assertThat(plan).contains("`plan` must be a value but is null.");
  }

  private static double[][] rows() {
    double[] steps = {-1.5, -0.5, 0.5, 1.5};
    return Arrays.stream(steps)
        .boxed()
        .flatMap(one -> Arrays.stream(steps).mapToObj(other -> new double[] {one, other}))
        .toArray(double[][]::new);
  }

  private static Dataset data() {
    return Dataset.of(rows(), Arrays.stream(rows()).mapToDouble(row -> row[0] * row[1]).toArray());
  }

  private static Dataset classes() {
    double[][] targets =
        Arrays.stream(rows())
            .map(row -> row[0] + row[1] > 0 ? new double[] {1, 0} : new double[] {0, 1})
            .toArray(double[][]::new);
    return Dataset.of(rows(), targets);
  }
}
