package dev.lamina.training.listener.report;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.evaluation.ConfusionMatrix;
import dev.lamina.training.history.History;
import dev.lamina.training.model.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a report is about.
 *
 * @param network what was trained
 * @param plan how
 * @param status how the training stands
 * @param history what was measured so far
 * @param best the epoch whose weights the model has, if it is not the last
 * @param layers what was seen of the layers, in order
 * @param confusion the classes of the validation data and those predicted, if it classifies
 * @param provenance where the weights come from
 * @param samples of training and of validation data, as a sentence, where they are known
 * @param started when training started, if that is known
 */
public record ReportContent(
    Network network,
    TrainingPlan plan,
    Status status,
    History history,
    OptionalInt best,
    List<LayerPoint> layers,
    Optional<ConfusionMatrix> confusion,
    Provenance provenance,
    Optional<String> samples,
    Optional<Instant> started) {

  /** Copies the list. */
  public ReportContent {
    layers = List.copyOf(layers);
  }
}
