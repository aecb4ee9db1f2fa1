package dev.lamina.training;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;

/** Listeners that throw, and the two events of which one ends each training. */
class ListenerFailureTest {

  private final TrainingListener before = mock(TrainingListener.class);
  private final TrainingListener listener = mock(TrainingListener.class, "it");
  private final TrainingListener after = mock(TrainingListener.class);
  private final IllegalStateException full =
      new IllegalStateException("full", new Exception("disk"));

  static Stream<Arguments> events() {
    return Stream.of(
        event("trainingStarted", "before the first epoch", each -> each.trainingStarted(any())),
        event("epochStarted", "epoch 1", each -> each.epochStarted(anyInt())),
        event("layersObserved", "epoch 1, batch 1", each -> each.layersObserved(any())),
        event("batchEnded", "epoch 1, batch 1", each -> each.batchEnded(any())),
        event("epochEnded", "epoch 1, batch 2", each -> each.epochEnded(any())),
        event("trainingEnded", "epoch 3, batch 2", each -> each.trainingEnded(any())));
  }

  private static Arguments event(String name, String when, Consumer<TrainingListener> call) {
    return arguments(name, when, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void whatAListenerThrowsIsTheCauseOfWhatReachesTheCaller(
      String event, String when, Consumer<TrainingListener> call) {
    call.accept(doThrow(full).when(listener));

    Throwable caught = catchThrowable(this::train);

    assertThat(caught)
        .isInstanceOf(TrainingListenerException.class)
        .hasCause(full)
        .hasRootCauseMessage("disk");
    assertThat(messageOf(TrainingListenerException.class, this::train))
        .isEqualTo(
            """
            Listener `it` must return from `%s` (%s) but threw java.lang.IllegalStateException: full
              Fix: mend the cause and train again; what is no reason to stop must be caught in there.""",
            event, when);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void everyListenerHearsOfOneEndOnly(String event, String when, Consumer<TrainingListener> call) {
    call.accept(doThrow(full).when(listener));

    Throwable caught = catchThrowable(this::train);

    boolean ended = event.equals("trainingEnded");
    for (TrainingListener each : new TrainingListener[] {before, listener, after}) {
      verify(each, times(ended ? 1 : 0)).trainingEnded(any());
      verify(each, times(ended ? 0 : 1)).trainingFailed(any());
    }
    assertThat(caught).hasNoSuppressedExceptions();
  }

  @Test
  void trainingEndsAtOnce() {
    doThrow(full).when(listener).epochStarted(2);

    Throwable caught = catchThrowable(this::train);

    assertThat(caught).hasMessageContaining("`epochStarted` (epoch 2)");
    InOrder order = inOrder(before, after);
    order.verify(before).epochStarted(2);
    order.verify(before).trainingFailed(caught);
    order.verify(after).trainingFailed(caught);
    verify(after, never()).epochStarted(2);
    verify(before, times(2)).batchEnded(any());
  }

  @Test
  void whatIsThrownMeanwhileIsAddedToTheFirst() {
    IllegalArgumentException closed = new IllegalArgumentException("closed");
    doThrow(full).when(listener).batchEnded(any());
    doThrow(closed).when(before).trainingFailed(any());

    Throwable caught = catchThrowable(this::train);

    assertThat(caught).hasCause(full);
    assertThat(caught.getSuppressed())
        .singleElement()
        .satisfies(
            second ->
                assertThat(second)
                    .hasCause(closed)
                    .hasMessageContaining("must return from `trainingFailed` (epoch 1, batch 1)"));
    verify(after).trainingFailed(caught);
  }

  @Test
  void allThatIsThrownAtTheEndIsKept() {
    IllegalArgumentException closed = new IllegalArgumentException("closed");
    doThrow(full).when(before).trainingEnded(any());
    doThrow(closed).when(after).trainingEnded(any());

    Throwable caught = catchThrowable(this::train);

    assertThat(caught).hasCause(full);
    assertThat(caught.getSuppressed())
        .singleElement()
        .satisfies(second -> assertThat(second).hasCause(closed));
    verify(listener).trainingEnded(any());
  }

  @Test
  void anErrorReachesTheCallerAsItIs() {
    AssertionError error = new AssertionError("in a test");
    doThrow(error).when(listener).batchEnded(any());

    Throwable caught = catchThrowable(this::train);

    assertThat(caught).isSameAs(error);
    verify(before).trainingFailed(error);
  }

  @Test
  void listenersHearThatTheDataCouldNotBeRead() {
    Dataset data = spy(Xor.data());
    Trainer trainer = trainer().onEpochEnd(epoch -> breakDown(data));

    Throwable caught =
        catchThrowable(() -> trainer.train(Xor.network(), Xor.plan().epochs(3), data));

    assertThat(caught).isSameAs(full);
    verify(listener).trainingFailed(full);
  }

  @Test
  void trainingGoesOnAsIfNothingHadHappenedAfterAListenerThrew() {
    doThrow(full).when(listener).epochStarted(2);
    double[][] expected = Xor.trained().predict(Xor.features());

    Throwable caught = catchThrowable(this::train);
    double[][] trained = Xor.trained().predict(Xor.features());

    assertThat(caught).hasCause(full);
    assertThat(trained).isDeepEqualTo(expected);
  }

  private void breakDown(Dataset data) {
    doThrow(full).when(data).copyFeatures(anyInt(), any(), anyInt());
  }

  private Trainer trainer() {
    return Trainer.create()
        .listener(before)
        .listener(listener)
        .listener(after)
        .observeLayersEvery(1);
  }

  private TrainingResult train() {
    return trainer().train(Xor.network(), Xor.plan().epochs(3), Split.of(Xor.data()));
  }
}
