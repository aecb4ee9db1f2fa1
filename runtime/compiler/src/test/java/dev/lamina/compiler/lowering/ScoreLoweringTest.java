package dev.lamina.compiler.lowering;

import static dev.lamina.compiler.Refusal.messageOf;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.compiler.Compiler;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.layer.Block;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ScoreLoweringTest {

  @Test
  void logitsComeFromWhatIsBeforeTheLoss() {
    ScoreLowering dense = ScoreLowering.of(plan(dense(2).softmax().named("out")));
    ScoreLowering layer = ScoreLowering.of(plan(dense(2).named("out"), softmax().named("end")));

    assertThat(dense.logits()).isEqualTo("out");
    assertThat(layer.logits()).isEqualTo("out");
  }

  @Test
  void outputsAreTheActivationOfLogitsWhichStayAsTheyAre() {
    ScoreLowering score = ScoreLowering.of(plan(dense(2).softmax()));
    INDArray logits = Nd4j.createFromArray(new double[][] {{0, Math.log(3)}});

    INDArray outputs = score.outputs(logits);

    assertThat(outputs.toDoubleVector()).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    assertThat(logits.toDoubleVector()).containsExactly(0, Math.log(3));
  }

  @Test
  void theLossIsAMeanOverSamplesAndLeavesLogitsAsTheyAre() {
    ScoreLowering score = ScoreLowering.of(plan(dense(2).softmax()));
    INDArray logits = Nd4j.createFromArray(new double[][] {{0, Math.log(3)}, {0, 0}});
    INDArray targets = Nd4j.createFromArray(new double[][] {{0, 1}, {1, 0}});

    double loss = score.loss(targets, logits);

    assertThat(loss).isCloseTo((Math.log(4.0 / 3) + Math.log(2)) / 2, within(1e-12));
    assertThat(logits.data().asDouble()).containsExactly(0, Math.log(3), 0, 0);
  }

  @Test
  void samplesMayCountDifferently() {
    ScoreLowering score = ScoreLowering.of(plan(dense(2).softmax()));
    INDArray logits = Nd4j.createFromArray(new double[][] {{0, Math.log(3)}, {0, 0}});
    INDArray targets = Nd4j.createFromArray(new double[][] {{0, 1}, {1, 0}});
    INDArray weights = Nd4j.createFromArray(new double[][] {{0.5}, {3}});

    double loss = score.loss(targets, logits, weights);

    assertThat(loss).isCloseTo((Math.log(4.0 / 3) / 2 + 3 * Math.log(2)) / 2, within(1e-12));
    assertThat(logits.data().asDouble()).containsExactly(0, Math.log(3), 0, 0);
    assertThat(weights.data().asDouble()).containsExactly(0.5, 3);
  }

  @Test
  void aPlanWithoutALossHasNoScore() {
    Plan plan = Plan.of(sequential(input(2), dense(1)), training(meanSquaredError(), sgd()));

    String message = messageOf(IllegalStateException.class, () -> ScoreLowering.of(plan));

    assertThat(message)
        .isEqualTo(
            """
            The plan has no loss:
            /input: flat(2)
            dense = dense(1) <- /input: flat(2) -> flat(1)""");
  }

  private static Plan plan(Block... blocks) {
    return Compiler.compile(
            sequential(input(2), blocks), training(categoricalCrossEntropy(), sgd()))
        .plan();
  }
}
