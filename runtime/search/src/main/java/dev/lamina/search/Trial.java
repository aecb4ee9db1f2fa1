package dev.lamina.search;

import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.space.Pick;
import dev.lamina.search.space.Space;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What one trial tried, and how it went. */
public final class Trial implements Choices {

  private final StudySetup setup;
  private final TrialRecord record;

  Trial(StudySetup setup, TrialRecord record) {
    this.setup = setup;
    this.record = record;
  }

  /** Which one, counted from 0. */
  public int number() {
    return record.number();
  }

  /** How far it is. */
  public TrialState state() {
    return record.state();
  }

  /** How it ended, if it did. */
  public Optional<Outcome> outcome() {
    return record.outcome();
  }

  /** What it tried for this parameter, which it must have read. */
  @Override
  public <T> T get(Param<T> param) {
    Space space = setup.space();
    return new Pick(space, space.point(record.choices())).get(param);
  }

  /** What it tried, as text by name, without parameters that it did not read. */
  public Map<String, String> choices() {
    return setup.printed(record.choices());
  }

  /** The first objective, if the trial is complete. */
  public OptionalDouble value() {
    return record.values().stream().mapToDouble(Double::doubleValue).findFirst();
  }

  /** All objectives in their order, if the trial is complete. */
  public List<Double> values() {
    return record.values();
  }

  /** The first objective by step, such as the epoch counted from 1. */
  public SortedMap<Integer, Double> reports() {
    return record.reports();
  }

  /** The seed of what it did. */
  public long seed() {
    return TrialSeeds.training(setup.plan().seed(), record.number());
  }

  /** How long it took, if it is done. */
  public Optional<Duration> duration() {
    return record.ended().map(end -> Duration.between(record.started(), end));
  }

  /** As it is kept. */
  public TrialRecord record() {
    return record;
  }

  /** Such as {@code trial 3: 0.0512, width 64, rate 0.01}. */
  @Override
  public String toString() {
    String how =
        record.state() == TrialState.COMPLETE
            ? record.values().stream().map(String::valueOf).collect(Collectors.joining(" "))
            : record.outcome().map(String::valueOf).orElse(record.state().name());
    return "trial " + record.number() + ": " + how + printed();
  }

  /** What it tried, to follow something else: {@code , width 64, rate 0.01}. */
  String printed() {
    return choices().entrySet().stream()
        .map(each -> ", " + each.getKey() + " " + each.getValue())
        .collect(Collectors.joining());
  }
}
