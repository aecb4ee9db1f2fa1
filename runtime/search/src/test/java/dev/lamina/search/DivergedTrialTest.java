package dev.lamina.search;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.search.pruner.Pruners.hyperband;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.neverPrune;
import static dev.lamina.search.pruner.Pruners.patientPruner;
import static dev.lamina.search.pruner.Pruners.percentilePruner;
import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static dev.lamina.search.pruner.Pruners.thresholdPruner;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.data.Dataset;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial whose numbers are no longer finite has diverged, whoever notices it first. */
class DivergedTrialTest {

  private static final RealParam X = real("x", -5, 5);
  private static final SearchPlan PLAN = search(X).trials(1);

  static Stream<Pruner> pruning() {
    return Stream.of(
        medianPruner(),
        percentilePruner(25),
        successiveHalving(),
        hyperband(9),
        patientPruner(3),
        thresholdPruner());
  }

  static Stream<Pruner> all() {
    return Stream.concat(Stream.of(neverPrune()), pruning());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatReturnsNaNHasDiverged(Pruner pruner) {
    Trial trial = only(pruner, running -> Double.NaN);

    assertThat(trial.state()).isEqualTo(TrialState.FAILED);
    assertThat(trial.outcome()).hasToString("Optional[DIVERGED (values [NaN])]");
  }

  @ParameterizedTest
  @MethodSource("pruning")
  void whatIsPrunedForAReportOfNaNHasDiverged(Pruner pruner) {
    Trial trial =
        only(
            pruner,
            running -> {
              assertThat(running.report(1, 3)).isFalse();
              assertThat(running.report(2, Double.NaN)).isTrue();
              return 1;
            });

    assertThat(trial.outcome()).hasToString("Optional[DIVERGED (NaN at step 2)]");
    assertThat(trial.values()).isEmpty();
    assertThat(trial.reports()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void soHasWhatIsPrunedForAnInfiniteReport(double report) {
    Pruner pruner = thresholdPruner().lower(-1).upper(1);

    Trial trial = only(pruner, running -> running.report(4, report) ? 0 : 1);

    assertThat(trial.outcome().orElseThrow().toString())
        .isEqualTo("DIVERGED (" + report + " at step 4)");
  }

  @Test
  void whatNobodyPrunesMayRecoverFromNaN() {
    Trial trial = only(neverPrune(), running -> running.report(1, Double.NaN) ? 0 : 1);

    assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
    assertThat(trial.values()).containsExactly(1.0);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aNetworkThatDivergesIsNotPruned(Pruner pruner) {
    Dataset line = Dataset.of(new double[][] {{0}, {1}, {2}}, new double[] {1, 3, 5});
    SearchPlan plan =
        PLAN.optimize(training(loss()))
            .trying(
                pick ->
                    experiment(
                        sequential(input(1), dense(1)),
                        training(meanSquaredError(), sgd(1e9 + pick.get(X))).epochs(50)));

    SearchResult found = Tuner.using(randomSearch()).pruner(pruner).run(plan, line);

    assertThat(found.trials())
        .extracting(trial -> trial.outcome().orElseThrow().kind())
        .containsOnly(Outcome.Kind.DIVERGED);
  }

  private static Trial only(Pruner pruner, ToDoubleFunction<ActiveTrial> function) {
    SearchResult found = Tuner.using(randomSearch()).pruner(pruner).minimize(PLAN, function);
    return found.trials().get(0);
  }
}
