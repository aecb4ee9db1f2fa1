package dev.lamina.dsl.metric;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MonitorTest {

  @Test
  void aMonitorIsNamedAsKerasNamesIt() {
    Monitor learned = training(loss());
    Monitor keptApart = validation(accuracy());

    assertThat(learned.name()).isEqualTo("loss");
    assertThat(keptApart.name()).isEqualTo("val_accuracy");
  }

  @Test
  void aMonitorKnowsTheDataThatItWatches() {
    Monitor learned = training(loss());
    Monitor keptApart = validation(loss());

    assertThat(learned).isEqualTo(new Monitor(DataPart.TRAINING, new LossValue()));
    assertThat(keptApart).isEqualTo(new Monitor(DataPart.VALIDATION, new LossValue()));
  }

  @Test
  void aMetricIsRequired() {
    String message = messageOf(() -> validation(null));

    assertThat(message)
        .isEqualTo(
            """
            `validation(null)` is not valid: 1 problem.
              1. `metric` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void aPartOfTheDataIsRequired() {
    String message = messageOf(() -> new Monitor(null, loss()));

    assertThat(message)
        .isEqualTo(
            """
            `monitor(loss())` is not valid: 1 problem.
              1. `part` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }
}
