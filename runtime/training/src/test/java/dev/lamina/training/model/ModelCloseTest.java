package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.inference.PlainModel;
import org.junit.jupiter.api.Test;

class ModelCloseTest {

  private static final double[] ROW = {0.5, -1};

  @Test
  void whatNeedsTheWeightsOfAClosedModelIsRefused() {
    Model model = model();

    model.close();

    assertThatThrownBy(model::weights)
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            """
            `close()` is not valid: 1 problem.
              1. `model` must be open but is "closed".
                 Fix: close it when nothing else is asked of it, or copy what it learned by `plain()` before."""
                .replace("\n", System.lineSeparator()));
    assertThatThrownBy(() -> model.predict(ROW)).isInstanceOf(InvalidDescriptionException.class);
    assertThatThrownBy(model::unwrap).isInstanceOf(InvalidDescriptionException.class);
  }

  @Test
  void plainModelsAndPredictorsGoOn() {
    Model model = model();
    double[] before = model.predict(ROW);
    PlainModel plain = model.plain();
    try (model;
        Predictor<double[]> predictor = model.predictor()) {
      assertThat(predictor.predict(ROW).outputs()).isEqualTo(before);
    }

    assertThat(plain.predict(ROW)).isEqualTo(before);
  }

  @Test
  void theSecondTimeDoesNothing() {
    Model model = model();

    model.close();
    model.close();

    assertThat(model.network().name()).isEqualTo(model().network().name());
  }

  @Test
  void otherModelsKeepTheirWeights() {
    Model model = model();
    Model copy = model.withWeights(model.weights());
    double[] before = copy.predict(ROW);

    model.close();

    assertThat(copy.predict(ROW)).isEqualTo(before);
    assertThat(copy.weights().tensors()).isNotEmpty();
  }

  private static Model model() {
    return Model.untrained(
        sequential(input(2), dense(3).relu(), dense(1)),
        training(meanSquaredError(), adam(0.01)).seed(3));
  }
}
