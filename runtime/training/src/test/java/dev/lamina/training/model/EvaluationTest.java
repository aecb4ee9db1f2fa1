package dev.lamina.training.model;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void valuesAreFoundByTheirMetric() {
    Evaluation evaluation = evaluation();

    assertThat(evaluation.loss()).isEqualTo(0.23114);
    assertThat(evaluation.value(loss())).isEqualTo(0.23114);
    assertThat(evaluation.value(accuracy())).isEqualTo(0.93056);
  }

  @Test
  void anEvaluationPrintsItsValuesInTheirOrder() {
    assertThat(evaluation()).hasToString("loss 0.2311, accuracy 0.9306");
  }

  @Test
  void laterChangesOfAMapDoNotReachTheEvaluation() {
    Map<Metric, Double> values = new LinkedHashMap<>(Map.of(loss(), 0.5));

    Evaluation evaluation = new Evaluation(values);
    values.clear();

    assertThat(evaluation.loss()).isEqualTo(0.5);
    assertThatThrownBy(() -> evaluation.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aMetricThatThePlanDoesNotMeasureIsRefusedWithThoseThatItDoes() {
    String message = messageOf(() -> evaluation().value(meanAbsoluteError()));

    assertThat(message)
        .isEqualTo(
            """
            `value(meanAbsoluteError())` is not valid: 1 problem.
              1. `metric` must be one that the plan measures but is meanAbsoluteError().
                 Fix: measure it in the plan, or read another: there are `loss()`, `accuracy()`.""");
  }

  @Test
  void aMetricIsRequired() {
    String message = messageOf(() -> evaluation().value(null));

    assertThat(message)
        .isEqualTo(
            """
            `value(null)` is not valid: 1 problem.
              1. `metric` must be one that the plan measures but is null.
                 Fix: measure it in the plan, or read another: there are `loss()`, `accuracy()`.""");
  }

  private static Evaluation evaluation() {
    Map<Metric, Double> values = new LinkedHashMap<>();
    values.put(loss(), 0.23114);
    values.put(accuracy(), 0.93056);
    return new Evaluation(values);
  }
}
