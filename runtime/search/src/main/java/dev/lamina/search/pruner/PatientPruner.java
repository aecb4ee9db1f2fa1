package dev.lamina.search.pruner;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends a trial that has not got better for a while, or lets another pruner decide on it then.
 *
 * <p>Among the last {@code patience + 1} reports none is as good as the best before them, or within
 * {@code minDelta} of it. A report that is NaN ends the trial in any case.
 *
 * @param patience for how many reports a trial may get no better, at least 0
 * @param minDelta how much worse counts as good still, at least 0; 0 by default
 * @param asked who decides then; by default nobody, so that the trial ends
 */
public record PatientPruner(int patience, double minDelta, Optional<Pruner> asked)
    implements Pruner {

  /** With every option at its default. */
  public PatientPruner(int patience) {
    this(patience, 0, Optional.empty());
  }

  /** Checks the numbers. */
  public PatientPruner {
    Requirement.of("patientPruner", patience)
        .atLeast(0, "patience", patience, "give for how many reports it waits, such as 5");
    Requirement.of("minDelta", minDelta)
        .notNegative("minDelta", minDelta, "give a small number, such as 0.001");
  }

  /** The same pruner to which so much worse is as good still. */
  public PatientPruner minDelta(double worse) {
    return new PatientPruner(patience, worse, asked);
  }

  /** The same pruner that asks this one once its patience is over. */
  public PatientPruner asking(Pruner pruner) {
    Requirement.of("asking", pruner).present("pruner", pruner);
    return new PatientPruner(patience, minDelta, Optional.of(pruner));
  }

  @Override
  public boolean prunes(Progress progress) {
    if (Double.isNaN(progress.loss())) {
      return true;
    }
    List<Double> losses = new ArrayList<>(progress.reports().values());
    int first = losses.size() - patience - 1;
    if (first < 1) {
      return false;
    }
    boolean isOver =
        best(losses.subList(0, first)) + minDelta < best(losses.subList(first, losses.size()));
    return isOver && asked.map(pruner -> pruner.prunes(progress)).orElse(true);
  }

  @Override
  public int visible(int trial, int window) {
    return asked.map(pruner -> pruner.visible(trial, window)).orElse(0);
  }

  @Override
  public String toString() {
    Code code = Code.call("patientPruner", patience).thenIf(minDelta != 0, "minDelta", minDelta);
    return asked.map(pruner -> code.then("asking", pruner)).orElse(code).toString();
  }

  /** The least loss; NaN is none. */
  private static double best(List<Double> losses) {
    return losses.stream()
        .mapToDouble(Double::doubleValue)
        .filter(loss -> !Double.isNaN(loss))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
