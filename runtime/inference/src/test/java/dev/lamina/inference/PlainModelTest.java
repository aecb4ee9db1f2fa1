package dev.lamina.inference;

import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainModelTest {

  /** The XOR network of the documents, by hand. */
  private static final Map<String, double[]> XOR =
      Map.of(
          "hidden.kernel", new double[] {1, 1, 1, 1},
          "hidden.bias", new double[] {0, -1},
          "out.kernel", new double[] {1, -2},
          "out.bias", new double[] {0});

  private static final double[] GAMMA = {2, -0.5};
  private static final double[] BETA = {0.25, 1};
  private static final double[] MEAN = {-1, 3};
  private static final double[] VARIANCE = {4, 0.25};

  @Test
  void xorIsThatOfTheDocuments() {
    Network network = sequential(input(2), dense(2).relu().named("hidden"), dense(1).named("out"));
    PlainModel model = model(network, Precision.FLOAT32, XOR);

    double[][] outputs = model.predict(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});

    assertThat(outputs).isDeepEqualTo(new double[][] {{0}, {1}, {1}, {0}});
  }

  @Test
  void kernelsAreRowByRowWithARowForEachInput() {
    Network network = sequential(input(2), dense(3).named("it"));
    Map<String, double[]> values =
        Map.of("it.kernel", new double[] {1, 2, 3, 4, 5, 6}, "it.bias", new double[] {7, 8, 9});

    double[] outputs = model(network, Precision.FLOAT64, values).predict(new double[] {10, 100});

    assertThat(outputs).containsExactly(10 + 400 + 7, 20 + 500 + 8, 30 + 600 + 9);
  }

  @Test
  void withoutBiasThereIsNone() {
    Network network = sequential(input(1), dense(2).noBias().named("it"));

    double[] outputs =
        model(network, Precision.FLOAT32, Map.of("it.kernel", new double[] {2, -3}))
            .predict(new double[] {5});

    assertThat(outputs).containsExactly(10, -15);
  }

  @Test
  void normalizationBehindALinearLayerIsFoldedIntoIt() {
    Network network = sequential(input(2), dense(2).named("it"), batchNorm().named("norm"));
    PlainModel model = model(network, Precision.FLOAT64, normalized());

    double[] outputs = model.predict(new double[] {1, -1});

    assertThat(model).hasToString("PlainModel[sequential, 2 -> 2, FLOAT64, [product[2, 2]]]");
    assertThat(outputs)
        .containsExactly(
            new double[] {norm(1 - 3 + 0.5, 0), norm(-2 - 0.5 + 1.5, 1)}, within(1e-14));
  }

  @Test
  void normalizationBehindAnActivationStaysAStep() {
    Network network = sequential(input(2), dense(2).relu().named("it"), batchNorm().named("norm"));
    PlainModel model = model(network, Precision.FLOAT64, normalized());

    double[] outputs = model.predict(new double[] {1, -1});

    assertThat(model)
        .hasToString(
            "PlainModel[sequential, 2 -> 2, FLOAT64, [product[2, 2], relu(), scaling[2]]]");
    assertThat(outputs).containsExactly(new double[] {norm(0, 0), norm(0, 1)}, within(1e-14));
  }

  @Test
  void normalizationOfTheInputStaysAStep() {
    Network network = sequential(input(2), batchNorm().named("norm"), dense(2).named("it"));

    double[] outputs =
        model(network, Precision.FLOAT64, normalized()).predict(new double[] {1, -1});

    double first = norm(1, 0);
    double second = norm(-1, 1);
    assertThat(outputs)
        .containsExactly(
            new double[] {first + 3 * second + 0.5, -2 * first + 0.5 * second + 1.5},
            within(1e-14));
  }

  @Test
  void severalNormalizationsFoldOneAfterTheOther() {
    Network network =
        sequential(
            input(2),
            dense(2).named("it"),
            batchNorm().named("norm"),
            dropout(0.5),
            batchNorm().epsilon(0.75).named("norm_2"));
    Map<String, double[]> values = new HashMap<>(normalized());
    values.put("norm_2.gamma", new double[] {3, 1});
    values.put("norm_2.beta", new double[] {-1, 0});
    values.put("norm_2.movingMean", new double[] {0.5, 2});
    values.put("norm_2.movingVariance", new double[] {0.25, 3.25});
    PlainModel model = model(network, Precision.FLOAT64, values);

    double[] outputs = model.predict(new double[] {1, -1});

    assertThat(model.toString()).endsWith("[product[2, 2]]]");
    assertThat(outputs)
        .containsExactly(
            new double[] {3 * (norm(-1.5, 0) - 0.5) - 1, (norm(-1, 1) - 2) / 2}, within(1e-14));
  }

  @Test
  void aFactorThatWouldOverflowIsNotFolded() {
    Network network = sequential(input(1), dense(1).named("it"), batchNorm().named("norm"));
    Map<String, double[]> values =
        Map.of(
            "it.kernel", new double[] {1e38},
            "it.bias", new double[] {0},
            "norm.gamma", new double[] {100},
            "norm.beta", new double[] {0},
            "norm.movingMean", new double[] {0},
            "norm.movingVariance", new double[] {1});
    PlainModel model = model(network, Precision.FLOAT32, values);

    double[] outputs = model.predict(new double[] {1e-38});

    assertThat(model.toString()).endsWith("[product[1, 1], scaling[1]]]");
    assertThat(outputs).containsExactly(new double[] {100 / Math.sqrt(1 + 1e-5)}, within(1e-4));
  }

  @Test
  void whatIsForTrainingOnlyIsGone() {
    Network noisy =
        sequential(
            input(2),
            gaussianNoise(0.1),
            dropout(0.5),
            dense(2).dropConnect(0.5).l2(0.1).named("hidden"),
            gaussianDropout(0.5),
            relu(),
            alphaDropout(0.5),
            dense(1).named("out"));
    PlainModel model = model(noisy, Precision.FLOAT32, XOR);

    double[] outputs = model.predict(new double[] {1, 0});

    assertThat(model)
        .hasToString(
            "PlainModel[sequential, 2 -> 1, FLOAT32, [product[2, 2], relu(), product[2, 1]]]");
    assertThat(outputs).containsExactly(1);
  }

  @Test
  void singlePrecisionRoundsAndDoubleDoesNot() {
    Network network = sequential(input(2), dense(1).noBias().named("it"));
    Map<String, double[]> values = Map.of("it.kernel", new double[] {1, 1});
    double[] row = {1, 0x1p-30};

    assertThat(model(network, Precision.FLOAT32, values).predict(row)).containsExactly(1);
    assertThat(model(network, Precision.FLOAT64, values).predict(row)).containsExactly(1 + 0x1p-30);
  }

  @Test
  void laterChangesOfTheNumbersDoNotReachTheModel() {
    double[] kernel = {2};
    Network network = sequential(input(1), dense(1).noBias().named("it"));
    PlainModel model = model(network, Precision.FLOAT64, Map.of("it.kernel", kernel));

    kernel[0] = 3;
    double[] row = {1};
    double[] outputs = model.predict(row);
    outputs[0] = -1;

    assertThat(model.predict(row)).containsExactly(2);
    assertThat(row).containsExactly(1);
  }

  private static Map<String, double[]> normalized() {
    return Map.of(
        "it.kernel", new double[] {1, -2, 3, 0.5},
        "it.bias", new double[] {0.5, 1.5},
        "norm.gamma", GAMMA,
        "norm.beta", BETA,
        "norm.movingMean", MEAN,
        "norm.movingVariance", VARIANCE);
  }

  private static double norm(double x, int feature) {
    return GAMMA[feature] * (x - MEAN[feature]) / Math.sqrt(VARIANCE[feature] + 1e-5)
        + BETA[feature];
  }

  private static PlainModel model(
      Network network, Precision precision, Map<String, double[]> values) {
    return PlainModel.of(
        network, precision, (layer, parameter) -> values.get(layer + "." + parameter));
  }
}
