package dev.lamina.training;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Layers.activation;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.elu;
import static dev.lamina.dsl.Layers.leakyRelu;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.data.Normalizers.minMax;
import static dev.lamina.training.data.Normalizers.standard;
import static dev.lamina.training.data.Splits.folds;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake that a newcomer makes; whole messages are compared beside each class. */
class BadInputTest {

  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());
  private static final EarlyStopping STOP = earlyStopping(validation(loss()));

  static Set<String> mistakes() {
    return inputs().keySet();
  }

  private static Map<String, Supplier<?>> inputs() {
    Map<String, Supplier<?>> inputs = new LinkedHashMap<>();
    inputs.put("no input", () -> input(0));
    inputs.put("no units", () -> dense(-1));
    inputs.put("all dropped", () -> dropout(1));
    inputs.put("less than nothing dropped", () -> dropout(-0.1));
    inputs.put("NaN dropped", () -> dropout(NaN));
    inputs.put("a negative l1", () -> dense(1).l1(-1));
    inputs.put("an l2 that is NaN", () -> dense(1).l2(NaN));
    inputs.put("an infinite l2", () -> dense(1).l2(Double.POSITIVE_INFINITY));
    inputs.put("a negative slope", () -> leakyRelu(-1));
    inputs.put("an alpha that is NaN", () -> elu(NaN));
    inputs.put("an infinite constant", () -> constant(Double.NEGATIVE_INFINITY));
    inputs.put("a momentum of 1", () -> batchNorm().momentum(1));
    inputs.put("an epsilon of 0", () -> batchNorm().epsilon(0));
    inputs.put("a negative learning rate", () -> sgd(-1));
    inputs.put("a learning rate that is NaN", () -> adam(NaN));
    inputs.put("a beta of 1", () -> adam().beta2(1));
    inputs.put("no epochs", () -> PLAN.epochs(0));
    inputs.put("empty batches", () -> PLAN.batchSize(0));
    inputs.put("negative patience", () -> STOP.patience(-1));
    inputs.put("a negative delta", () -> STOP.minDelta(-1));
    inputs.put("a baseline that is NaN", () -> STOP.baseline(NaN));
    inputs.put("a blank name", () -> dense(1).named(" "));
    inputs.put("no activation", () -> activation(null));
    inputs.put("no layer", () -> sequential(input(2), dense(1), null));
    inputs.put("no layers", () -> train(meanSquaredError()));
    inputs.put("nothing to learn", () -> train(meanSquaredError(), relu()));
    inputs.put("a name twice", () -> train(binaryCrossEntropy(), named("a"), named("a")));
    inputs.put("dropped outputs", () -> train(meanSquaredError(), dense(1), dropout(0.5)));
    inputs.put("softmax of one", () -> train(categoricalCrossEntropy(), dense(1).softmax()));
    inputs.put("linear binary", () -> train(binaryCrossEntropy(), dense(1)));
    inputs.put("linear classes", () -> train(sparseCategoricalCrossEntropy(), dense(2)));
    inputs.put("accuracy of numbers", () -> train(PLAN.measure(accuracy())));
    inputs.put("a metric twice", () -> train(PLAN.measure(loss())));
    inputs.put("a monitor not measured", () -> train(PLAN.stopWhen(accuracyStop())));
    inputs.put("validation not given", () -> train(PLAN.stopWhen(STOP)));
    inputs.put("a batch of one", () -> train(PLAN.batchSize(1), dense(1), batchNorm()));
    inputs.put("a last batch of one", () -> train(PLAN.batchSize(3), dense(1), batchNorm()));
    inputs.put("no samples", () -> train(PLAN, Dataset.of(new double[0][2], new int[0])));
    inputs.put("NaN", () -> train(PLAN, Dataset.of(new double[][] {{1, NaN}}, new int[1])));
    inputs.put("wide samples", () -> train(PLAN, Dataset.of(new double[4][3], new int[4])));
    inputs.put("wide targets", () -> train(PLAN, Dataset.of(new double[4][2], new double[4][2])));
    inputs.put("fewer targets", () -> Dataset.of(new double[4][2], new int[3]));
    inputs.put("ragged samples", () -> Dataset.of(new double[][] {{1, 2}, {1}}, new int[2]));
    inputs.put("not one-hot", () -> train(categoricalCrossEntropy(), dense(2).softmax()));
    inputs.put("class 2 of 2", () -> train(sparseCategoricalCrossEntropy(), dense(2).softmax()));
    inputs.put("no probability", () -> train(binaryCrossEntropy(), dense(1).sigmoid()));
    inputs.put("shares beyond 1", () -> Xor.data().split(0.8, 0.3));
    inputs.put("a part of nothing", () -> Xor.data().split(0.98, 0.01, 0.01));
    inputs.put("one fold", () -> Xor.data().folds(1));
    inputs.put("more folds than samples", () -> Xor.data().folds(5));
    inputs.put("classes too small to fold", () -> Xor.data().folds(folds(3).stratified()));
    inputs.put("an unknown class", () -> Dataset.of(new double[1][2], one("c"), List.of("a")));
    inputs.put("a sample without a name", () -> Dataset.of(new double[1][2], new String[1]));
    inputs.put("half a sample", () -> Dataset.flat(new double[5], 2, new double[2]));
    inputs.put("a name for two classes", () -> Xor.data().labels("a", "a"));
    inputs.put("three names for a sigmoid", () -> train(Xor.data().labels("a", "b", "c")));
    inputs.put("normalized twice", () -> normalized(Xor.data()).normalized(standard()));
    inputs.put("an empty range", () -> minMax(1, 0));
    inputs.put("validation not normalized", () -> train(unlike(Xor.data(), true)));
    inputs.put("validation normalized alone", () -> train(unlike(Xor.data(), false)));
    inputs.put("no plan", () -> train(null, Xor.data()));
    inputs.put("no data", () -> Dataset.of((double[][]) null, new int[0]));
    return inputs;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsRefusedInThreePartsBeforeItReachesDl4j(String mistake) {
    Throwable refusal = catchThrowable(() -> inputs().get(mistake).get());

    assertThat(refusal).isExactlyInstanceOf(InvalidDescriptionException.class);
    assertThat(refusal.getMessage().lines().toList())
        .satisfies(lines -> assertThat(lines.get(0)).matches(".* is not valid: \\d problems?\\."))
        .satisfies(lines -> assertThat(lines.get(1)).matches("  1\\. [`A-Z].* .*\\."))
        .satisfies(lines -> assertThat(lines.get(2)).matches("     Fix: [a-z].*\\."));
    assertThat(refusal.getStackTrace())
        .extracting(StackTraceElement::getClassName)
        .noneMatch(name -> name.startsWith("org.nd4j") || name.startsWith("org.deeplearning4j"));
  }

  @Test
  void everyMistakeIsFoundWithoutABackend() throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.withoutBackend(MakeEveryMistake.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().lines()).containsExactlyElementsOf(mistakes());
  }

  /** What the child runs: it prints what is refused as it should be. */
  static final class MakeEveryMistake {

    private MakeEveryMistake() {}

    public static void main(String[] arguments) {
      inputs()
          .forEach(
              (mistake, input) -> {
                try {
                  System.out.println("accepted: " + input.get());
                } catch (InvalidDescriptionException e) {
                  System.out.println(mistake);
                }
              });
    }
  }

  private static TrainingResult train(Loss loss, Block... blocks) {
    return train(training(loss, sgd()), blocks);
  }

  private static TrainingResult train(TrainingPlan plan) {
    return train(plan, dense(1));
  }

  /** On four samples, whose target 2 is no probability and no class of two. */
  private static TrainingResult train(TrainingPlan plan, Block... blocks) {
    double[][] targets =
        plan.loss().equals(categoricalCrossEntropy())
            ? new double[][] {{0, 1}, {1, 0}, {1, 1}, {0, 1}}
            : new double[][] {{0}, {1}, {2}, {1}};
    Dataset data = Dataset.of(new double[4][2], targets);
    return Trainer.create().train(sequential(input(2), blocks), plan, data);
  }

  private static TrainingResult train(TrainingPlan plan, Dataset data) {
    return Trainer.create().train(sequential(input(2), dense(1)), plan, data);
  }

  private static TrainingResult train(Dataset data) {
    return train(Split.of(data));
  }

  private static TrainingResult train(Split split) {
    return Trainer.create()
        .train(
            sequential(input(2), dense(1).sigmoid()), training(binaryCrossEntropy(), sgd()), split);
  }

  private static String[] one(String name) {
    return new String[] {name};
  }

  private static Split normalized(Dataset data) {
    return Split.of(data).normalized(standard());
  }

  /** One part normalized and one not. */
  private static Split unlike(Dataset data, boolean isTraining) {
    Dataset normalized = normalized(data).training();
    return isTraining ? Split.of(normalized, data) : Split.of(data, normalized);
  }

  private static Block named(String name) {
    return dense(1).named(name);
  }

  private static EarlyStopping accuracyStop() {
    return earlyStopping(validation(accuracy()));
  }
}
