package dev.lamina.training;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.timeBudget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.training.StopReason.Cancelled;
import dev.lamina.training.StopReason.Diverged;
import dev.lamina.training.StopReason.EpochsDone;
import dev.lamina.training.StopReason.NoProgress;
import dev.lamina.training.StopReason.TimeUp;
import dev.lamina.training.engine.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StopReasonTest {

  static Stream<Arguments> reasons() {
    return Stream.of(
        arguments(new EpochsDone(100), "EpochsDone[100]", "epochs"),
        arguments(
            new NoProgress(earlyStopping(validation(loss())).patience(3), 52),
            "NoProgress[validation(loss), best epoch 52, patience 3]",
            "progress"),
        arguments(
            new NoProgress(earlyStopping(training(accuracy())), 1),
            "NoProgress[training(accuracy), best epoch 1, patience 0]",
            "progress"),
        arguments(
            new Diverged(2, 7, new Fault("dense_1", Fault.What.PARAMETERS)),
            "Diverged[epoch 2, batch 7, layer `dense_1`: parameters not finite]",
            "numbers"),
        arguments(
            new Diverged(2, 7, new Fault("relu", Fault.What.ACTIVATIONS)),
            "Diverged[epoch 2, batch 7, layer `relu`: activations not finite]",
            "numbers"),
        arguments(
            new Diverged(1, 1, new Fault("out", Fault.What.LOSS)),
            "Diverged[epoch 1, batch 1, layer `out`: loss not finite]",
            "numbers"),
        arguments(
            new TimeUp(timeBudget(60), 3, 7),
            "TimeUp[timeBudget(60), epoch 3, after batch 7]",
            "time"),
        arguments(
            new TimeUp(timeBudget(0.5), 4, 0), "TimeUp[timeBudget(0.5), before epoch 4]", "time"),
        arguments(new Cancelled(3, 7), "Cancelled[epoch 3, after batch 7]", "somebody"),
        arguments(new Cancelled(1, 0), "Cancelled[before epoch 1]", "somebody"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("reasons")
  void aReasonSaysWhatHappened(StopReason reason, String text, String kind) {
    assertThat(reason).hasToString(text);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("reasons")
  void eachKindOfReasonIsToldApart(StopReason reason, String text, String kind) {
    String told = reason.accept(new Kind());

    assertThat(told).isEqualTo(kind);
  }

  private static final class Kind implements StopReason.Cases<String> {

    @Override
    public String epochsDone(EpochsDone reason) {
      return "epochs";
    }

    @Override
    public String noProgress(NoProgress reason) {
      return "progress";
    }

    @Override
    public String diverged(Diverged reason) {
      return "numbers";
    }

    @Override
    public String timeUp(TimeUp reason) {
      return "time";
    }

    @Override
    public String cancelled(Cancelled reason) {
      return "somebody";
    }
  }
}
