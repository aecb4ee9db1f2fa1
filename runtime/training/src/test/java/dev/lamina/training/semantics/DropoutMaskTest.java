package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.training.data.Dataset;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Which values dropout drops, read from the weights of a linear unit that starts at 0 and should
 * give 1: after one step of 0.5 its weights are its inputs.
 */
class DropoutMaskTest {

  private static final int WIDTH = 1_000;
  private static final Network NETWORK =
      sequential(input(WIDTH), dropout(0.5), dense(1).noBias().initializer(zeros()).named("sum"));

  @Test
  void theSameSeedDropsTheSameValues() {
    double[] once = weights(7, 1);

    double[] again = weights(7, 1);

    assertThat(again).containsExactly(once);
  }

  @Test
  void anotherSeedDropsOtherValues() {
    boolean[] mask = dropped(weights(7, 1));

    boolean[] other = dropped(weights(8, 1));

    assertThat(shareOfAgreement(mask, other)).isBetween(0.43, 0.57);
  }

  @Test
  void eachIterationDropsOtherValues() {
    double[] first = weights(7, 1);

    double[] second = weights(7, 2);

    assertThat(shareOfAgreement(dropped(first), droppedInSecondStep(first, second)))
        .isBetween(0.43, 0.57);
  }

  @Test
  void theSecondIterationOfTheSameSeedDropsTheSameValues() {
    double[] once = weights(7, 2);

    double[] again = weights(7, 2);

    assertThat(again).containsExactly(once);
  }

  /** The weights after so many epochs of one step each. */
  private static double[] weights(long seed, int epochs) {
    double[] ones = new double[WIDTH];
    Arrays.fill(ones, 1);
    Dataset data = Dataset.of(new double[][] {ones}, new double[] {1});
    return unitKernel(
        train(NETWORK, training(meanSquaredError(), sgd(0.5)).epochs(epochs).seed(seed), data),
        "sum");
  }

  private static boolean[] dropped(double[] inputs) {
    return mask(i -> inputs[i] == 0);
  }

  /** A dropped value leaves its weight as it is. */
  private static boolean[] droppedInSecondStep(double[] first, double[] second) {
    return mask(i -> first[i] == second[i]);
  }

  private static boolean[] mask(IntPredicate dropped) {
    boolean[] mask = new boolean[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      mask[i] = dropped.test(i);
    }
    return mask;
  }

  private static double shareOfAgreement(boolean[] one, boolean[] other) {
    return (double) IntStream.range(0, WIDTH).filter(i -> one[i] == other[i]).count() / WIDTH;
  }
}
