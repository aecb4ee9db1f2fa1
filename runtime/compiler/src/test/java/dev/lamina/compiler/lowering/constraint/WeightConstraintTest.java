package dev.lamina.compiler.lowering.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WeightConstraintTest {

  /** Each with one that differs, and its text. */
  static Stream<Arguments> constraints() {
    return Stream.of(
        arguments(
            new NormBounds(0, 3), new NormBounds(0, 2), "NormBounds(min=0.0, max=3.0, params=[W])"),
        arguments(
            new NormBounds(1, 3), new NormBounds(0, 3), "NormBounds(min=1.0, max=3.0, params=[W])"),
        arguments(new NoNegatives(), new NormBounds(0, 3), "NoNegatives(params=[W])"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOUBLE", "FLOAT"})
  void eachColumnIsScaledToTheNearerBoundAndThoseBetweenKeepTheirBits(DataType type) {
    INDArray weights = matrix(type, new double[][] {{3, 0.3, 0.1, 0}, {4, 0.4, 0.7, 0}});

    new NormBounds(0.6, 2).enforce(weights);

    double[][] after = weights.toDoubleMatrix();
    assertThat(after[0]).containsExactly(new double[] {1.2, 0.36, after[0][2], 0}, within(1e-7));
    assertThat(after[1]).containsExactly(new double[] {1.6, 0.48, after[1][2], 0}, within(1e-7));
    INDArray kept = Nd4j.createFromArray(0.1, 0.7).castTo(type);
    assertThat(weights.getColumn(2).toDoubleVector()).containsExactly(kept.toDoubleVector());
  }

  @Test
  void weightsBetweenTheBoundsKeepTheirBits() {
    double[][] values = {{0.1, 1.7}, {0.3, -0.2}};
    INDArray weights = matrix(DataType.DOUBLE, values);

    new NormBounds(0, 2).enforce(weights);

    assertThat(weights.toDoubleMatrix()).isDeepEqualTo(values);
  }

  @Test
  void aSingleRowAndASingleColumnAreMatricesToo() {
    INDArray row = matrix(DataType.DOUBLE, new double[][] {{-4, 0.5, 0}});
    INDArray column = matrix(DataType.DOUBLE, new double[][] {{3}, {-4}});

    new NormBounds(1, 1).enforce(row);
    new NormBounds(1, 1).enforce(column);

    assertThat(row.toDoubleMatrix()).isDeepEqualTo(new double[][] {{-1, 1, 0}});
    assertThat(column.getColumn(0).toDoubleVector())
        .containsExactly(new double[] {0.6, -0.8}, within(1e-15));
  }

  @Test
  void negativesBecomeZeroHoweverSmallAndNanStays() {
    double nan = Double.NaN;
    INDArray weights = matrix(DataType.DOUBLE, new double[][] {{-3, 1e-300, -1e-300}, {2, nan, 0}});

    new NoNegatives().enforce(weights);

    assertThat(weights.toDoubleMatrix()[0]).containsExactly(0, 1e-300, 0);
    assertThat(weights.toDoubleMatrix()[1]).containsExactly(2, nan, 0);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("constraints")
  void configurationSurvivesJson(WeightConstraint constraint, WeightConstraint other, String text) {
    DenseLayer layer = new DenseLayer.Builder().nIn(1).nOut(1).build();
    layer.setConstraints(List.of(constraint));
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder().layer(layer).build();

    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(configuration.toJson());

    assertThat(read.getLayer().getConstraints()).containsExactly(constraint);
    assertThat(read.getLayer().getConstraints().get(0))
        .hasSameHashCodeAs(constraint)
        .isNotEqualTo(other)
        .hasToString(text);
  }

  @Test
  void aCloneIsEqualUntilItIsForOtherParameters() {
    NormBounds constraint = new NormBounds(0, 3);

    WeightConstraint clone = constraint.clone();
    WeightConstraint biases = constraint.clone();
    biases.setParams(Set.of("b"));

    assertThat(clone).isEqualTo(constraint).isNotSameAs(constraint);
    assertThat(biases).isNotEqualTo(constraint);
    assertThat(constraint.getParams()).containsExactly("W");
  }

  /** As DL4J keeps weights: a view in Fortran order. */
  private static INDArray matrix(DataType type, double[][] rows) {
    long[] shape = {rows.length, rows[0].length};
    INDArray weights = Nd4j.zeros(type, shape[0] * shape[1]).reshape('f', shape);
    return weights.assign(Nd4j.createFromArray(rows).castTo(type));
  }
}
