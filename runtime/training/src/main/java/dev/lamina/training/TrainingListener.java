package dev.lamina.training;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Split;
import dev.lamina.training.engine.LayerFigures;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import dev.lamina.training.history.Validation;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Hears what happens while a network is trained, on the thread that trains it.
 *
 * <p>The last that a listener hears of a training is {@link #trainingEnded} or {@link
 * #trainingFailed}: there it closes what it holds open.
 *
 * <p>An exception that a listener throws ends training: all listeners hear that it failed, and the
 * caller gets a {@link TrainingListenerException} with the exception as its cause. An error, such
 * as one of memory, reaches the caller as it is.
 */
public interface TrainingListener {

  /** Training is about to start. */
  default void trainingStarted(Start start) {}

  /** Epoch {@code number}, counted from 1, is about to start. */
  default void epochStarted(int number) {}

  /** Told before the end of a mini-batch if {@link Trainer#observeLayersEvery} asks for it. */
  default void layersObserved(LayersObserved observed) {}

  /** A mini-batch gave its update. */
  default void batchEnded(BatchEnd end) {}

  /**
   * Validation data was measured because so many updates are done: see {@link
   * TrainingPlan#validateEvery}. Told after the end of the mini-batch, and before that of the epoch
   * where it is the last.
   */
  default void validated(Validation validation) {}

  /** An epoch is over, and validation data, if there is any, was measured. */
  default void epochEnded(Epoch epoch) {}

  /** Training is over. Where a listener throws here, the others still hear it. */
  default void trainingEnded(TrainingResult result) {}

  /**
   * Training was ended by an exception, of a listener, of the data or of the network, at whatever
   * moment: even before {@link #trainingStarted} reached this listener. What is thrown here is
   * added to the cause as suppressed.
   *
   * @param cause what the caller gets
   */
  default void trainingFailed(Throwable cause) {}

  /**
   * What is about to be trained.
   *
   * @param network the network
   * @param plan how it is trained
   * @param data what it learns from, and what it is validated on, if anything; of a stream, the
   *     training part has no samples
   * @param batches how many mini-batches an epoch has, where that is known: a stream may not know
   * @param earlier the epochs that are over, if this training is one that is resumed
   */
  record Start(
      Network network, TrainingPlan plan, Split data, OptionalInt batches, History earlier) {

    /** Without epochs that are over. */
    public Start(Network network, TrainingPlan plan, Split data, OptionalInt batches) {
      this(network, plan, data, batches, new History(List.of()));
    }

    /** With a known number of mini-batches. */
    public Start(Network network, TrainingPlan plan, Split data, int batches) {
      this(network, plan, data, OptionalInt.of(batches));
    }
  }

  /**
   * How far an epoch is.
   *
   * @param epoch the epoch, counted from 1
   * @param batch the mini-batch in this epoch, counted from 1
   * @param values the loss and each metric over the samples of this epoch so far, but for those,
   *     such as {@code auc()}, that are known at its end only
   */
  record BatchEnd(int epoch, int batch, Map<Monitor, Double> values) {}

  /**
   * What the update of a mini-batch did to the layers.
   *
   * @param epoch the epoch, counted from 1
   * @param batch the mini-batch in this epoch, counted from 1
   * @param layers each layer, from input to output; those that give on what they get, such as
   *     {@code dropout(0)}, are left out
   */
  record LayersObserved(int epoch, int batch, List<LayerFigures> layers) {

    /** Copies the list. */
    public LayersObserved {
      layers = List.copyOf(layers);
    }
  }
}
