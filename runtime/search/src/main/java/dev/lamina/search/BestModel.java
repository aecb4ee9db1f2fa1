package dev.lamina.search;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.training.listener.OutputFile;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.ModelFileException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file with the model of the best trial so far. */
final class BestModel {

  private final Path file;

  BestModel(Path file) {
    this.file = file;
  }

  /**
   * Looks for its folder before there is something to write.
   *
   * @throws dev.lamina.training.listener.OutputFileException if it is not there
   */
  void requirePlace() {
    OutputFile.requirePlaceFor(file);
  }

  /** Writes the model if no complete trial is better than its own, one writer at a time. */
  synchronized void keep(ActiveTrial trial, Model model) {
    if (trial.isBest()) {
      model.save(file);
    }
  }

  /**
   * Sees to it that the file has the best trial in the end: a process may have ended between the
   * end of a trial and the writing of its model, or two of them may have written at once.
   */
  void complete(SearchResult result) {
    if (!result.complete().isEmpty() && !has(result.best())) {
      try (Model model = result.train(result.best()).model()) {
        model.save(file);
      }
    }
  }

  /** Each trial has a seed of its own, which its model remembers. */
  private boolean has(Trial trial) {
    if (!Files.exists(file)) {
      return false;
    }
    try (Model kept = Model.load(file)) {
      return kept.provenance().seed() == trial.seed();
    } catch (ModelFileException | InvalidDescriptionException another) {
      return false;
    }
  }
}
