package dev.lamina.search.table;

import dev.lamina.dsl.search.Param;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One trial of a table.
 *
 * @param trial the trial
 * @param seed the seed of what it did
 */
public record TrialRow(TrialRecord trial, long seed) {

  private static final double MILLISECONDS = 1e3;

  int number() {
    return trial.number();
  }

  String state() {
    return trial.state().name();
  }

  /** How it ended, empty as long as it has not. */
  String outcome() {
    return trial.outcome().map(Outcome::toString).orElse("");
  }

  List<Double> values() {
    return trial.values();
  }

  /** What it tried for this parameter, if it read it. */
  Optional<Object> choice(Param<?> param) {
    Dimension dimension = Dimension.of(param);
    return Optional.ofNullable(trial.choices().get(param.name()))
        .map(number -> param.at(dimension.place(number)));
  }

  /** The same as text. */
  Optional<String> text(Param<?> param) {
    return Optional.ofNullable(trial.choices().get(param.name()))
        .map(number -> Dimension.of(param).printed(number));
  }

  Optional<Double> seconds() {
    return trial
        .ended()
        .map(end -> Duration.between(trial.started(), end).toMillis() / MILLISECONDS);
  }
}
