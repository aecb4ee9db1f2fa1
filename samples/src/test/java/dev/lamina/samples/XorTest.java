package dev.lamina.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.training.model.Model;
import org.junit.jupiter.api.Test;

class XorTest {

  @Test
  void twoLayersLearnExclusiveOr() {
    Model learned = Xor.learned(Xor.SEED_THAT_LEARNS);

    assertThat(Xor.outputs(learned)).containsExactly(new double[] {0, 1, 1, 0}, within(0.05));
  }

  @Test
  void theWeightsOfTheTextbookGiveExclusiveOrExactly() {
    Model setByHand = Xor.setByHand();

    assertThat(Xor.outputs(setByHand)).containsExactly(0, 1, 1, 0);
  }

  @Test
  void noLineSeparatesThePoints() {
    double[] linear = Xor.outputs(Xor.linearRegression());
    double[] logistic = Xor.outputs(Xor.logisticRegression());

    double[] undecided = {0.5, 0.5, 0.5, 0.5};
    assertThat(linear).containsExactly(undecided, within(1e-3));
    assertThat(logistic).containsExactly(undecided, within(1e-3));
  }

  @Test
  void whatIsPrintedEndsWithTheFourPredictionsOfEachModel() {
    String printed = Printed.by(new Xor());

    assertThat(printed.lines().filter(line -> line.startsWith("Input: [0. 1.]")))
        .hasSize(4)
        .allMatch(
            line ->
                line.matches("Input: \\[0\\. 1\\.] \\| Raw Output: \\d\\.\\d{4} \\| Rounded: \\d"));
    assertThat(printed).containsPattern("(?m)^(1\\d|2\\d) of 100 seeds learn it\\.$");
  }
}
