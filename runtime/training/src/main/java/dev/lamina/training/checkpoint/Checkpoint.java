package dev.lamina.training.checkpoint;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Fingerprint;
import dev.lamina.training.data.Split;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.json.DescriptionJson;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.ModelFile;
import dev.lamina.training.model.ModelFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training as it was when this was written.
 *
 * @param file where it is
 * @param model network and plan
 * @param engine the network with the weights and the optimizer's state of then, to be trained on
 * @param standing all else that the training goes on from
 * @param retention how it writes checkpoints
 */
public record Checkpoint(
    Path file, Model model, Engine engine, Standing standing, Retention retention) {

  private static final String STATE = "training-state.json";

  /**
   * Where a plan averages weights, the network in the file has the average, and this the others.
   */
  private static final String LATEST = "latest.bin";

  /** The gradients that wait for the rest of their update, where a plan accumulates them. */
  private static final String GRADIENTS = "gradients.bin";

  /** Writes a training down. */
  static void write(Path file, Model model, Engine engine, Standing standing, Retention retention) {
    Map<String, byte[]> more = new LinkedHashMap<>();
    String state = DescriptionJson.write(SavedStanding.of(standing, retention));
    more.put(STATE, state.getBytes(StandardCharsets.UTF_8));
    if (model.plan().averageDecay().isPresent()) {
      more.put(LATEST, engine.snapshot().bytes());
    }
    byte[] waiting = engine.aside();
    if (waiting.length > 0) {
      more.put(GRADIENTS, waiting);
    }
    standing
        .epoch()
        .ifPresent(epoch -> more.put(SavedEpochStanding.METERS, epoch.meters().bytes()));
    for (int rule = 0; rule < standing.rules().size(); rule++) {
      String entry = SavedStanding.bestEntry(rule);
      standing.rules().get(rule).best().ifPresent(best -> more.put(entry, best.bytes()));
    }
    ModelFile.write(model, more, file);
  }

  /**
   * The training in this file.
   *
   * @throws ModelFileException if the file is not such a file, or is damaged
   */
  static Checkpoint read(Path file) {
    ModelFile.Contents contents = ModelFile.read(file);
    byte[] state = contents.more().get(STATE);
    if (state == null) {
      throw ModelFileException.of(
          file, "is no checkpoint: it has no entry `" + STATE + "`.", "load it with `Model.load`.");
    }
    try {
      SavedStanding saved =
          DescriptionJson.read(new String(state, StandardCharsets.UTF_8), SavedStanding.class);
      Engine engine = contents.engine();
      Standing standing = saved.standing(contents.model(), engine, contents.more());
      StandingCheck.require(standing, contents.model().plan());
      restoreLatest(engine, contents.more());
      return new Checkpoint(file, contents.model(), engine, standing, saved.retention());
    } catch (IOException | IllegalArgumentException exception) {
      throw ModelFileException.unreadable(
          file, "its `" + STATE + "` is not valid: " + exception.getMessage(), exception);
    }
  }

  private static void restoreLatest(Engine engine, Map<String, byte[]> entries) throws IOException {
    byte[] numbers = entries.get(LATEST);
    if (numbers != null) {
      engine.restore(
          engine.snapshot(numbers, engine.iterations(), engine.epochs(), engine.rateFactor()));
    }
    byte[] waiting = entries.get(GRADIENTS);
    if (waiting != null) {
      engine.aside(waiting);
    }
  }

  /**
   * Demands the data that the training had.
   *
   * @throws InvalidDescriptionException where it is not
   */
  public void require(Split split) {
    List<Problem> problems = new ArrayList<>();
    problem("Training data", standing.training(), split.training()).ifPresent(problems::add);
    if (standing.validation().isPresent() != split.validation().isPresent()) {
      boolean was = standing.validation().isPresent();
      problems.add(
          new Problem(
              "Validation data",
              was
                  ? "is missing, but the training had some."
                  : "is given, but the training had none.",
              was ? "give it, `Split.of(training, validation)`." : "leave it out."));
    } else if (split.validation().isPresent()) {
      problem("Validation data", standing.validation().get(), split.validation().get())
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException("Resuming `" + file + "`", problems);
    }
  }

  private static Optional<Problem> problem(String name, Fingerprint was, Dataset given) {
    Fingerprint is = Fingerprint.of(given);
    return was.equals(is)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                name,
                "must be that of the training, %s, but is %s."
                    .formatted(
                        was, was.isSizeOf(is) ? "of other numbers, or in another order" : is),
                "give the same samples in the same order."));
  }
}
