package dev.lamina.inference.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Elu;
import dev.lamina.dsl.activation.Gelu;
import dev.lamina.dsl.activation.GeluTanh;
import dev.lamina.dsl.activation.HardSigmoid;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.activation.Mish;
import dev.lamina.dsl.activation.Relu;
import dev.lamina.dsl.activation.Relu6;
import dev.lamina.dsl.activation.Selu;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.activation.Softplus;
import dev.lamina.dsl.activation.Softsign;
import dev.lamina.dsl.activation.Step;
import dev.lamina.dsl.activation.Swish;
import dev.lamina.dsl.activation.Tanh;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowFunctionTest {

  private static final double[] POINTS =
      DoubleStream.concat(
              DoubleStream.iterate(-12, z -> z <= 12, z -> z + 0.0625),
              DoubleStream.of(-800, -100, -38, -1e-3, -1e-9, -0.0, 1e-9, 1e-3, 38, 100, 800))
          .toArray();

  /** Each function as in its paper. */
  static Stream<Arguments> formulas() {
    return Stream.of(
        formula(new Linear(), z -> z),
        formula(new Relu(), z -> z > 0 ? z : 0),
        formula(new Relu6(), z -> z < 0 ? 0 : z > 6 ? 6 : z),
        formula(new LeakyRelu(), z -> z > 0 ? z : 0.01 * z),
        formula(new LeakyRelu(3), z -> z > 0 ? z : 3 * z),
        formula(new Elu(), z -> z > 0 ? z : Math.exp(z) - 1),
        formula(new Elu(0.5), z -> z > 0 ? z : 0.5 * (Math.exp(z) - 1)),
        formula(
            new Selu(),
            z -> 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * (Math.exp(z) - 1))),
        formula(new Sigmoid(), z -> (1 + Math.tanh(z / 2)) / 2),
        formula(new Step(), z -> z < 0 ? 0 : 1),
        formula(new Tanh(), Math::tanh),
        formula(new Gelu(), z -> z * NormalDistributionTest.normal(z)),
        formula(
            new GeluTanh(),
            z -> z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z))) / 2),
        formula(new Swish(), z -> z * (1 + Math.tanh(z / 2)) / 2),
        formula(new Mish(), z -> z * Math.tanh(softplus(z))),
        formula(new Softplus(), RowFunctionTest::softplus),
        formula(new Softsign(), z -> z / (1 + Math.abs(z))),
        formula(new HardSigmoid(), z -> z < -3 ? 0 : z > 3 ? 1 : z / 6 + 0.5));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void doublesAreThoseOfTheFormula(Activation activation, DoubleUnaryOperator formula) {
    double[] row = POINTS.clone();

    RowFunction.of(activation).apply(row, row.length);

    for (int i = 0; i < row.length; i++) {
      double expected = formula.applyAsDouble(POINTS[i]);
      assertThat(row[i])
          .as("at %s", POINTS[i])
          .isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(POINTS[i]))));
    }
  }

  /** To half a unit in the last place of single precision, and one more for alpha. */
  @ParameterizedTest
  @MethodSource("formulas")
  void floatsAreThoseOfTheFormula(Activation activation, DoubleUnaryOperator formula) {
    float[] row = new float[POINTS.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) POINTS[i];
    }
    float[] before = row.clone();

    RowFunction.of(activation).apply(row, row.length);

    for (int i = 0; i < row.length; i++) {
      double expected = formula.applyAsDouble(before[i]);
      assertThat((double) row[i])
          .as("at %s", before[i])
          .isCloseTo(expected, within(1.5 * Math.ulp((float) expected) + 1e-14));
    }
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void notANumberStaysVisible(Activation activation, DoubleUnaryOperator formula) {
    double[] row = {Double.NaN};
    float[] single = {Float.NaN};

    RowFunction.of(activation).apply(row, 1);
    RowFunction.of(activation).apply(single, 1);

    assertThat(formula.applyAsDouble(1)).isFinite();
    assertThat(row).containsExactly(Double.NaN);
    assertThat(single).containsExactly(Float.NaN);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void numbersBehindTheCountStay(Activation activation, DoubleUnaryOperator formula) {
    double[] row = {0.25, -7.5};
    float[] single = {0.25f, -7.5f};

    RowFunction.of(activation).apply(row, 1);
    RowFunction.of(activation).apply(single, 1);

    assertThat(row[0]).isCloseTo(formula.applyAsDouble(0.25), within(1e-15));
    assertThat(row[1]).isEqualTo(-7.5);
    assertThat(single[1]).isEqualTo(-7.5f);
  }

  @Test
  void everyActivationIsTested() {
    Stream<Class<?>> tested = formulas().map(each -> each.get()[0].getClass());

    assertThat(Stream.concat(tested, Stream.of(Softmax.class)))
        .contains(Activation.class.getPermittedSubclasses());
  }

  @Test
  void softmaxIsThatOfTheDocuments() {
    double[] row = {3, 1, 0.5, 100};

    RowFunction.of(new Softmax()).apply(row, 3);

    double sum = Math.exp(3) + Math.exp(1) + Math.exp(0.5);
    assertThat(row)
        .containsExactly(
            new double[] {Math.exp(3) / sum, Math.exp(1) / sum, Math.exp(0.5) / sum, 100},
            within(1e-15));
  }

  @Test
  void softmaxDividesByItsTemperature() {
    double[] row = {3, 1};
    float[] single = {3, 1};

    RowFunction.of(new Softmax(4)).apply(row, 2);
    RowFunction.of(new Softmax(4)).apply(single, 2);

    double first = 1 / (1 + Math.exp(-0.5));
    assertThat(row).containsExactly(new double[] {first, 1 - first}, within(1e-15));
    assertThat(single)
        .containsExactly(new float[] {(float) first, (float) (1 - first)}, within(6e-8f));
  }

  @Test
  void softmaxOfFarLogitsIsFinite() {
    double[] row = {-1e300, -1e300, -1e308};
    float[] single = {3e38f, 3e38f, -3e38f};
    double[] cold = {2, 1};

    RowFunction.of(new Softmax()).apply(row, 3);
    RowFunction.of(new Softmax()).apply(single, 3);
    RowFunction.of(new Softmax(1e-30)).apply(cold, 2);

    assertThat(row).containsExactly(0.5, 0.5, 0);
    assertThat(single).containsExactly(0.5f, 0.5f, 0);
    assertThat(cold).containsExactly(1, 0);
  }

  private static double softplus(double z) {
    return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static Arguments formula(Activation activation, DoubleUnaryOperator formula) {
    return Arguments.of(activation, formula);
  }
}
