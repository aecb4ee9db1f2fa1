package dev.lamina.inference;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalizedModelTest {

  private static final Network NETWORK = sequential(input(3), dense(4).tanh(), dense(2)).named("n");
  private static final Normalization NORMALIZATION =
      new Normalization(new double[] {0.1, -2, 1e9}, new double[] {0.3, 7, 1e-3});

  @ParameterizedTest
  @EnumSource
  void rowsGiveTheBitsOfNormalizedRows(Precision precision) {
    PlainModel raw = PlainModel.of(NETWORK, precision, Numbers.seeded(NETWORK, 1));
    PlainModel model = raw.normalizing(NORMALIZATION);
    double[][] rows = rows();
    double[][] normalized = Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
    Stream.of(normalized).forEach(row -> NORMALIZATION.apply(row, 0));

    double[][] outputs = model.predict(rows);
    double[] flat = new double[2 * rows.length];
    model.predict(Stream.of(rows).flatMapToDouble(Arrays::stream).toArray(), flat);

    assertThat(outputs).isDeepEqualTo(raw.predict(normalized));
    assertThat(model.predict(rows[1])).containsExactly(raw.predict(normalized[1]));
    assertThat(flat).startsWith(outputs[0]).endsWith(outputs[rows.length - 1]);
  }

  @Test
  void rowsInSinglePrecisionAreNormalizedInDouble() {
    PlainModel raw = PlainModel.of(NETWORK, Precision.FLOAT32, Numbers.seeded(NETWORK, 1));
    float[] features = {0.4f, 5, 1e9f};
    double[] row = {0.4f, 5, 1e9f};
    float[] outputs = new float[2];

    raw.normalizing(NORMALIZATION).predict(features, outputs);

    NORMALIZATION.apply(row, 0);
    double[] expected = raw.predict(row);
    assertThat(outputs).containsExactly((float) expected[0], (float) expected[1]);
  }

  /** What is too large for a float may be small once it is normalized, and the other way round. */
  @Test
  void normalizedFeaturesMustBeWithinTheRange() {
    PlainModel raw = PlainModel.of(NETWORK, Precision.FLOAT32, Numbers.seeded(NETWORK, 1));
    Normalization wide = new Normalization(new double[3], new double[] {1e300, 1, 1e-300});
    PlainModel model = raw.normalizing(wide);

    assertThat(model.predict(new double[] {2e300, 1, 0}))
        .containsExactly(raw.predict(new double[] {2, 1, 0}));
    assertThatThrownBy(() -> assertThat(model.predict(new double[] {1, 1, 1})).isNull())
        .hasMessageContaining("Row 0 needs numbers within the range of FLOAT32 but column 2");
    assertThatThrownBy(() -> assertThat(model.predict(new double[] {1, Double.NaN, 1})).isNull())
        .hasMessageContaining("Row 0 needs numbers that are finite but column 1");
  }

  @Test
  void everyFeatureIsNormalized() {
    PlainModel model = PlainModel.of(NETWORK, Precision.FLOAT32, Numbers.seeded(NETWORK, 1));
    Normalization two = new Normalization(new double[2], new double[] {1, 1});

    assertThatThrownBy(() -> assertThat(model.normalizing(two)).isNull())
        .hasMessage(
            """
            `normalizing(normalization)` is not valid: 1 problem.
              1. `normalization` must be of 3 features, as many as the network takes, but is of 2.
                 Fix: give the one that the training data was normalized by."""
                .replace("\n", System.lineSeparator()));
  }

  private static double[][] rows() {
    double[][] rows = Numbers.rows(40, 3, 8);
    Stream.of(rows).forEach(row -> row[2] += 1e9);
    return rows;
  }
}
