package dev.lamina.training.semantics;

import static dev.lamina.dsl.Constraints.maxNorm;
import static dev.lamina.dsl.Constraints.minMaxNorm;
import static dev.lamina.dsl.Constraints.nonNegative;
import static dev.lamina.dsl.Constraints.unitNorm;
import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.column;
import static dev.lamina.training.semantics.ExactTraining.kernel;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What weights obey after every update, for each unit of a layer. */
class ConstraintTest {

  private static final double[][] ROWS = {{1, -2, 0.3}, {0.5, 1, -0.1}, {-3, 0.25, 2}};
  private static final double[] FIRST = {1, -1, 0.5};
  private static final double[] SECOND = {-2, 3, -4};
  private static final double RATE = 0.2;

  /** Each with what it makes of the weights of one unit. */
  static Stream<Arguments> constraints() {
    return Stream.of(
        constraint(maxNorm(0.7), w -> scaled(w, Math.min(norm(w), 0.7))),
        constraint(unitNorm(), w -> scaled(w, 1)),
        constraint(minMaxNorm(0.95, 1.1), w -> scaled(w, Math.min(Math.max(norm(w), 0.95), 1.1))),
        constraint(nonNegative(), w -> Arrays.stream(w).map(each -> Math.max(0, each)).toArray()));
  }

  private static Arguments constraint(Constraint constraint, UnaryOperator<double[]> obey) {
    return arguments(constraint, obey);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constraints")
  void everyUpdateEndsWithWeightsThatObey(Constraint constraint, UnaryOperator<double[]> obey) {
    PlainUnit first = new PlainUnit(new double[] {0.5, 0.5, 0.5}, 0);
    PlainUnit second = first;

    for (int updates = 1; updates <= 4; updates++) {
      TrainingResult result = updated(sgd(RATE), constraint, updates);

      first = obeying(first.descended(RATE / 2, ROWS, FIRST), obey);
      second = obeying(second.descended(RATE / 2, ROWS, SECOND), obey);
      assertThat(column(kernel(result, "units"), 0)).containsExactly(first.weights(), EXACT);
      assertThat(column(kernel(result, "units"), 1)).containsExactly(second.weights(), EXACT);
      assertThat(vector(result, "units", "bias"))
          .containsExactly(new double[] {first.bias(), second.bias()}, EXACT);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constraints")
  void theWeightsObeyUnderAdamToo(Constraint constraint, UnaryOperator<double[]> obey) {
    TrainingResult result = updated(adam(0.5), constraint, 7);

    for (int unit = 0; unit < 2; unit++) {
      double[] weights = column(kernel(result, "units"), unit);
      assertThat(weights).containsExactly(obey.apply(weights), EXACT);
      assertThat(norm(weights)).isPositive();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constraints")
  void aUnitWhoseWeightsAreZeroStaysSo(Constraint constraint, UnaryOperator<double[]> obey) {
    Network network =
        sequential(input(2), dense(1).initializer(zeros()).constraint(constraint).named("unit"));
    TrainingPlan plan = training(meanSquaredError(), sgd(0.5)).epochs(3);

    TrainingResult result =
        train(network, plan, Dataset.of(new double[][] {{0, 0}}, new double[] {1}));

    assertThat(kernel(result, "unit")).isDeepEqualTo(new double[][] {{0}, {0}});
    assertThat(vector(result, "unit", "bias")).containsExactly(1);
  }

  @Test
  void theStartIsAsGiven() {
    Network network =
        sequential(input(2), dense(1).initializer(constant(-3)).maxNorm(1).named("unit"));

    double[][] kernel =
        untrained(network, training(meanSquaredError(), sgd())).weights().matrix("unit", "kernel");

    assertThat(kernel).isDeepEqualTo(new double[][] {{-3}, {-3}});
  }

  @Test
  void otherLayersAreFree() {
    Network network =
        sequential(
            input(1),
            dense(1).initializer(constant(-3)).named("free"),
            dense(1).initializer(constant(-3)).nonNegative().named("bound"));
    TrainingPlan plan = training(meanSquaredError(), sgd(0.5));

    TrainingResult result =
        train(network, plan, Dataset.of(new double[][] {{0}}, new double[] {0}));

    assertThat(kernel(result, "free")).isDeepEqualTo(new double[][] {{-3}});
    assertThat(kernel(result, "bound")).isDeepEqualTo(new double[][] {{0}});
  }

  /** Two units whose weights all start at 0.5, after so many updates from all samples. */
  private static TrainingResult updated(Optimizer optimizer, Constraint constraint, int updates) {
    Network network =
        sequential(
            input(3), dense(2).initializer(constant(0.5)).constraint(constraint).named("units"));
    double[][] targets = new double[ROWS.length][];
    Arrays.setAll(targets, row -> new double[] {FIRST[row], SECOND[row]});
    TrainingPlan plan = training(meanSquaredError(), optimizer).epochs(updates);
    return train(network, plan, Dataset.of(ROWS, targets));
  }

  private static PlainUnit obeying(PlainUnit unit, UnaryOperator<double[]> obey) {
    return new PlainUnit(obey.apply(unit.weights()), unit.bias());
  }

  private static double norm(double[] weights) {
    return Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum());
  }

  private static double[] scaled(double[] weights, double norm) {
    double factor = norm / norm(weights);
    return Arrays.stream(weights).map(weight -> weight * factor).toArray();
  }
}
