package dev.lamina.search;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.DoubleStream;

/** How trials end, by what they gave. */
final class Endings {

  private Endings() {}

  /** That of a trial with these values, which has diverged where one of them is not finite. */
  static Outcome completed(double... values) {
    return DoubleStream.of(values).allMatch(Double::isFinite)
        ? Outcome.complete()
        : new Outcome(Outcome.Kind.DIVERGED, "values " + Arrays.toString(values));
  }

  /** That of a trial that ends early, which has diverged where its last report is not finite. */
  static Outcome pruned(SortedMap<Integer, Double> reports) {
    int step = reports.isEmpty() ? 0 : reports.lastKey();
    double last = reports.getOrDefault(step, 0.0);
    return Double.isFinite(last)
        ? new Outcome(Outcome.Kind.PRUNED, "at step " + step)
        : new Outcome(Outcome.Kind.DIVERGED, last + " at step " + step);
  }

  /** Demands that it is a failure: what has no values must not pass for complete. */
  static Outcome failed(Outcome outcome) {
    Requirement.of("fail", outcome)
        .present("outcome", outcome)
        .that(
            outcome.kind().state() == TrialState.FAILED,
            "outcome",
            "of a kind that has failed",
            outcome,
            "end it with `complete(...)` or `prune()`, or say how it failed");
    return outcome;
  }
}
