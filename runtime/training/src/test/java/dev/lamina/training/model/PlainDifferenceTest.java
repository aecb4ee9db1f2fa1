package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.training.Precision;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainDifferenceTest {

  private static final double[][] ROWS = {{1, -0.5}, {2, 0.25}};

  private static final Network NETWORK =
      sequential(
          input(2),
          dense(3).frozen(),
          batchNorm(),
          relu(),
          dropout(0.5),
          dense(1).tanh().named("out"));

  private final Weights weights =
      Model.untrained(NETWORK, training(meanSquaredError(), sgd()).precision(Precision.FLOAT64))
          .weights();

  @Test
  void thereIsNone() {
    Optional<Outline.Entry> found = new PlainDifference(NETWORK, weights).firstLayer(ROWS, 1e-10);

    assertThat(found).isEmpty();
  }

  /** No difference is below 0, so the first layer that can be compared is found. */
  @Test
  void theFirstLayerThatDiffersIsNamed() {
    Optional<Outline.Entry> found = new PlainDifference(NETWORK, weights).firstLayer(ROWS, -1);

    assertThat(found).map(Outline.Entry::name).contains("batch_normalization");
  }

  @Test
  void differencesAreSharesOfLargeOutputs() {
    assertThat(PlainDifference.of(0.25, 0.5)).isEqualTo(0.25);
    assertThat(PlainDifference.of(150, 100)).isEqualTo(0.5);
    assertThat(PlainDifference.of(-3, -4)).isEqualTo(0.25);
    assertThat(PlainDifference.of(Double.NaN, 1)).isNaN();
  }
}
