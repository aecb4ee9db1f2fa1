package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.step;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.semantics.ExactTraining.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Perceptrons whose weights are set by hand. */
class PerceptronTest {

  private static final double[][] ROWS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final double[] XOR = {0, 1, 1, 0};
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());
  private static final Network UNIT = sequential(input(2), dense(1).step().named("unit"));
  private static final Network TWO_LAYERS =
      sequential(input(2), dense(2).named("hidden"), step(), dense(1).step().named("out"));

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aPerceptronIsAnd(Precision precision) {
    Model and = unit(precision, -2);

    double[][] outputs = and.predict(ROWS);

    // 1 + 1 - 2 is 0, where the step is 1.
    assertThat(column(outputs, 0)).containsExactly(0, 0, 0, 1);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aPerceptronIsOr(Precision precision) {
    Model or = unit(precision, -0.5);

    double[][] outputs = or.predict(ROWS);

    assertThat(column(outputs, 0)).containsExactly(0, 1, 1, 1);
  }

  @Test
  void twoLayersAreXor() {
    Model xor = xor();

    double[][] outputs = xor.predict(ROWS);
    double loss = xor.evaluate(Dataset.of(ROWS, XOR)).loss();

    assertThat(column(outputs, 0)).containsExactly(XOR);
    assertThat(loss).isZero();
  }

  @Test
  void aSavedPerceptronIsLoaded(@TempDir Path folder) {
    Path file = folder.resolve("xor.lamina");
    xor().save(file);

    Model loaded = Model.load(file);

    assertThat(column(loaded.predict(ROWS), 0)).containsExactly(XOR);
  }

  @Test
  void trainingRefusesIt() {
    Dataset data = Dataset.of(ROWS, XOR);

    String message = messageOf(() -> Trainer.create().train(TWO_LAYERS, PLAN, data));

    assertThat(message)
        .isEqualTo(
            """
            Training of network `sequential` is not valid: 2 problems.
              1. Layer 2 `step()` needs an activation with a gradient to be trained, but that of \
            `step()` is 0 everywhere.
                 Fix: use `sigmoid()` or `relu()`; step is for predicting with weights set by hand.
              2. Layer 3 `dense(1).step().named("out")` needs an activation with a gradient to be \
            trained, but that of `step()` is 0 everywhere.
                 Fix: use `.sigmoid()` or `.relu()`; step is for predicting with weights set by \
            hand.""");
  }

  private static Model unit(Precision precision, double bias) {
    Model fresh = Model.untrained(UNIT, PLAN.precision(precision));
    return fresh.withWeights(
        fresh
            .weights()
            .with("unit", "kernel", new double[][] {{1}, {1}})
            .with("unit", "bias", new double[] {bias}));
  }

  /** Or, but not and. */
  private static Model xor() {
    Model fresh = Model.untrained(TWO_LAYERS, PLAN);
    return fresh.withWeights(
        fresh
            .weights()
            .with("hidden", "kernel", new double[][] {{1, 1}, {1, 1}})
            .with("hidden", "bias", new double[] {-1, -2})
            .with("out", "kernel", new double[][] {{1}, {-1}})
            .with("out", "bias", new double[] {-1}));
  }
}
