package dev.lamina.training.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts that are older than a component of the record that they are read as. */
class DefaultsTest {

  record Grown(int first, double later, List<String> names, Optional<Integer> last) {

    Grown(int first) {
      this(first, 0.5 * first, List.of("one"), Optional.of(7));
    }
  }

  @Test
  void whatATextDoesNotHaveIsWhatTheShorterConstructorMakesIt() {
    Grown read = DescriptionJson.read("{\"first\": 3, \"names\": []}", Grown.class);

    assertThat(read).isEqualTo(new Grown(3, 1.5, List.of(), Optional.empty()));
  }

  @Test
  void aRequiredComponentStaysRequired() {
    assertThatThrownBy(() -> DescriptionJson.read("{\"later\": 3.0}", Grown.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("`$.first` must be a whole number of 32 bits but is missing.");
  }

  @Test
  void anEmptyOptionalStaysEmpty() {
    Dense withoutBias = new Dense(3).noBias();

    Dense read = DescriptionJson.read(DescriptionJson.write(withoutBias), Dense.class);

    assertThat(read).isEqualTo(withoutBias);
  }

  @Test
  void aPlanOfLossAndOptimizerAloneIsOneWithDefaults() {
    String json =
        """
        {"loss": {"is": "meanSquaredError"},
         "optimizer": {"is": "sgd", "learningRate": {"is": "constantRate", "rate": 0.1}}}""";

    TrainingPlan read = DescriptionJson.read(json, TrainingPlan.class);

    assertThat(read).hasToString("training(meanSquaredError(), sgd(0.1))");
  }
}
