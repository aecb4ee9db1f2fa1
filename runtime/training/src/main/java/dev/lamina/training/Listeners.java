package dev.lamina.training;

import dev.lamina.training.TrainingListener.BatchEnd;
import dev.lamina.training.TrainingListener.LayersObserved;
import dev.lamina.training.TrainingListener.Start;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Who hears of one training, in the order in which they were added. */
final class Listeners {

  private final List<TrainingListener> all;
  private int epoch;
  private int batch;

  Listeners(List<TrainingListener> all) {
    this.all = all;
  }

  boolean areNone() {
    return all.isEmpty();
  }

  void trainingStarted(Start start) {
    tell("trainingStarted", listener -> listener.trainingStarted(start));
  }

  void epochStarted(int number) {
    epoch = number;
    batch = 0;
    tell("epochStarted", listener -> listener.epochStarted(number));
  }

  void layersObserved(LayersObserved observed) {
    batch = observed.batch();
    tell("layersObserved", listener -> listener.layersObserved(observed));
  }

  void batchEnded(BatchEnd end) {
    batch = end.batch();
    tell("batchEnded", listener -> listener.batchEnded(end));
  }

  void validated(Validation validation) {
    tell("validated", listener -> listener.validated(validation));
  }

  void epochEnded(Epoch ended) {
    tell("epochEnded", listener -> listener.epochEnded(ended));
  }

  /**
   * Tells all of them, even if one throws.
   *
   * @throws TrainingListenerException the first, with the others added
   */
  void trainingEnded(TrainingResult result) {
    List<TrainingListenerException> thrown =
        tellAll("trainingEnded", listener -> listener.trainingEnded(result));
    if (!thrown.isEmpty()) {
      TrainingListenerException first = thrown.get(0);
      thrown.subList(1, thrown.size()).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Tells all of them, and adds what they throw to the cause. */
  void trainingFailed(Throwable cause) {
    tellAll("trainingFailed", listener -> listener.trainingFailed(cause))
        .forEach(cause::addSuppressed);
  }

  private List<TrainingListenerException> tellAll(String event, Consumer<TrainingListener> call) {
    List<TrainingListenerException> thrown = new ArrayList<>();
    for (TrainingListener each : all) {
      try {
        tell(each, event, call);
      } catch (TrainingListenerException exception) {
        thrown.add(exception);
      }
    }
    return thrown;
  }

  private void tell(String event, Consumer<TrainingListener> call) {
    for (TrainingListener each : all) {
      tell(each, event, call);
    }
  }

  private void tell(TrainingListener listener, String event, Consumer<TrainingListener> call) {
    try {
      call.accept(listener);
    } catch (RuntimeException thrown) {
      throw TrainingListenerException.of(listener, event, when(), thrown);
    }
  }

  private String when() {
    if (epoch == 0) {
      return "before the first epoch";
    }
    return batch == 0 ? "epoch " + epoch : "epoch " + epoch + ", batch " + batch;
  }
}
