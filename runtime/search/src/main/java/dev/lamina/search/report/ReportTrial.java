package dev.lamina.search.report;

import dev.lamina.dsl.search.Param;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.listener.report.Figures;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A trial as a report shows it.
 *
 * @param record the trial
 * @param printed what it tried, as text
 */
public record ReportTrial(TrialRecord record, String printed) {

  private static final double MILLISECONDS = 1e3;

  int number() {
    return record.number();
  }

  TrialState state() {
    return record.state();
  }

  SortedMap<Integer, Double> reports() {
    return record.reports();
  }

  /** The name of its colour. */
  String kind() {
    return state().name().toLowerCase(Locale.ROOT);
  }

  double value(int objective) {
    return record.values().get(objective);
  }

  /** The first objective: of a trial that was pruned as it was reported last. */
  OptionalDouble shown() {
    if (state() == TrialState.COMPLETE) {
      return OptionalDouble.of(value(0));
    }
    return state() == TrialState.PRUNED && !reports().isEmpty()
        ? OptionalDouble.of(reports().get(reports().lastKey()))
        : OptionalDouble.empty();
  }

  /** Where its value of a parameter is, from 0 to 1, if it read it. */
  OptionalDouble place(Param<?> param) {
    Double number = record.choices().get(param.name());
    return number == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Dimension.of(param).place(number));
  }

  /** Its value of a parameter as text, nothing if it read none. */
  String choice(Param<?> param) {
    return Optional.ofNullable(record.choices().get(param.name()))
        .map(number -> text(Dimension.of(param).printed(number)))
        .orElse("");
  }

  /** How it went, in one line. */
  String summary() {
    String how =
        state() == TrialState.COMPLETE
            ? record.values().stream().map(Figures::of).collect(Collectors.joining(", "))
            : record.outcome().map(String::valueOf).orElse(kind());
    return "trial " + number() + ": " + how + printed;
  }

  Optional<Double> seconds() {
    return record
        .ended()
        .map(end -> Duration.between(record.started(), end).toMillis() / MILLISECONDS);
  }

  /** Four digits of what is a number with a fraction. */
  private static String text(String printed) {
    return printed.matches("-?[0-9.]+(E-?[0-9]+)?") && printed.contains(".")
        ? Figures.of(Double.parseDouble(printed))
        : printed;
  }
}
