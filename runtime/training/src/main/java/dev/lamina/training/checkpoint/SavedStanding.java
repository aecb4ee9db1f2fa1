package dev.lamina.training.checkpoint;

import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.ReduceOnPlateau;
import dev.lamina.training.data.Fingerprint;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.Snapshot;
import dev.lamina.training.loop.EarlyStoppingState;
import dev.lamina.training.loop.PlateauState;
import dev.lamina.training.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a training stands as records that have a JSON form; weights are in entries of their own.
 *
 * @param retention how it writes checkpoints
 * @param steps as in {@link Standing}, like all others
 */
record SavedStanding(
    Retention retention,
    long steps,
    double seconds,
    int threads,
    Fingerprint training,
    Optional<Fingerprint> validation,
    List<SavedRule> rules,
    Optional<SavedPlateau> plateau,
    SavedHistory history,
    Optional<SavedEpochStanding> epoch) {

  SavedStanding {
    rules = List.copyOf(rules);
  }

  /**
   * A stop rule.
   *
   * @param rule which one
   * @param best as text, since it is infinite at first
   * @param bestEpoch as in {@link EarlyStoppingState}, like all others
   * @param weights what the weights that it would restore had seen, if there are any
   */
  record SavedRule(
      EarlyStopping rule,
      String best,
      OptionalInt bestEpoch,
      int waited,
      boolean stopped,
      Optional<Seen> weights) {

    static SavedRule of(RuleStanding standing) {
      EarlyStoppingState state = standing.state();
      return new SavedRule(
          state.rule(),
          Double.toString(state.best()),
          state.bestEpoch(),
          state.waited(),
          state.stopped(),
          standing.best().map(Seen::of));
    }

    EarlyStoppingState state() {
      return new EarlyStoppingState(rule, Double.parseDouble(best), bestEpoch, waited, stopped);
    }
  }

  /** What weights had seen: as in {@link Snapshot}. */
  record Seen(int iterations, int epochs, double rateFactor) {

    static Seen of(Snapshot weights) {
      return new Seen(weights.iterations(), weights.epochs(), weights.rateFactor());
    }
  }

  /** A rate adjustment: as in {@link PlateauState}. */
  record SavedPlateau(ReduceOnPlateau rule, String best, int waited, int cooling, double factor) {

    static SavedPlateau of(PlateauState state) {
      return new SavedPlateau(
          state.rule(),
          Double.toString(state.best()),
          state.waited(),
          state.cooling(),
          state.factor());
    }

    PlateauState state() {
      return new PlateauState(rule, Double.parseDouble(best), waited, cooling, factor);
    }
  }

  static SavedStanding of(Standing standing, Retention retention) {
    return new SavedStanding(
        retention,
        standing.steps(),
        standing.seconds(),
        standing.threads(),
        standing.training(),
        standing.validation(),
        standing.rules().stream().map(SavedRule::of).toList(),
        standing.plateau().map(SavedPlateau::of),
        SavedHistory.of(standing.history()),
        standing.epoch().map(SavedEpochStanding::of));
  }

  /** The same for a training that goes on with this network. */
  Standing standing(Model model, Engine engine, Map<String, byte[]> entries) throws IOException {
    List<RuleStanding> standings = new ArrayList<>();
    for (SavedRule each : rules) {
      String entry = bestEntry(standings.size());
      Optional<Snapshot> best = Optional.empty();
      if (each.weights().isPresent()) {
        best = Optional.of(weights(each.weights().get(), engine, entry, entries));
      }
      standings.add(new RuleStanding(each.state(), best));
    }
    Optional<EpochStanding> within = Optional.empty();
    if (epoch.isPresent()) {
      within = Optional.of(epoch.get().standing(model, entries));
    }
    return new Standing(
        steps,
        seconds,
        threads,
        history.history(),
        within,
        standings,
        plateau.map(SavedPlateau::state),
        training,
        validation);
  }

  /** Where the best weights of a rule, counted from 0, are. */
  static String bestEntry(int rule) {
    return "best-" + (rule + 1) + ".bin";
  }

  private static Snapshot weights(
      Seen seen, Engine engine, String entry, Map<String, byte[]> entries) throws IOException {
    byte[] numbers = entries.get(entry);
    if (numbers == null) {
      throw new IOException("it has no entry `" + entry + "`.");
    }
    return engine.snapshot(numbers, seen.iterations(), seen.epochs(), seen.rateFactor());
  }
}
