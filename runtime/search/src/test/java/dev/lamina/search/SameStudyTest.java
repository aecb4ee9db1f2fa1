package dev.lamina.search;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static dev.lamina.search.arbiter.ArbiterSamplers.genetic;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.neverPrune;
import static dev.lamina.search.pruner.Pruners.patientPruner;
import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static dev.lamina.search.sampler.Samplers.cmaEs;
import static dev.lamina.search.sampler.Samplers.gaussianProcess;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static dev.lamina.search.sampler.Samplers.tpe;
import static dev.lamina.search.storage.Storages.database;
import static dev.lamina.search.storage.Storages.journal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.storage.Storage;
import dev.lamina.search.trial.Outcome;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A study is the same, bit for bit, however many workers did its trials. */
class SameStudyTest {

  private static final RealParam X = real("x", -5, 5);
  private static final IntParam WIDTH = integer("width", 1, 64).log();
  private static final ChoiceParam<String> KIND = choice("kind", "even", "noisy", "broken");
  private static final int STEPS = 8;
  private static final SearchPlan PLAN = search(X, WIDTH, KIND).trials(40).seed(11).window(8);

  static Stream<Arguments> studies() {
    return Stream.of(randomSearch(), tpe(), gaussianProcess(), cmaEs(), genetic().population(10))
        .flatMap(
            sampler ->
                Stream.of(neverPrune(), successiveHalving().reductionFactor(2), medianPruner())
                    .map(pruner -> arguments(sampler, pruner)));
  }

  @ParameterizedTest
  @MethodSource("studies")
  void anyNumberOfWorkersDoesTheSameTrials(Sampler sampler, Pruner pruner) {
    SearchResult alone = run(sampler, pruner, 1);
    SearchResult two = run(sampler, pruner, 2);
    SearchResult eight = run(sampler, pruner, 8);

    assertThat(two.fingerprint()).isEqualTo(alone.fingerprint());
    assertThat(eight.fingerprint()).isEqualTo(alone.fingerprint());
    assertThat(outcomes(alone)).containsAll(usual(pruner));
  }

  @Test
  void everySamplerAndPrunerMakesAnotherStudy() {
    List<String> fingerprints =
        studies()
            .map(Arguments::get)
            .map(each -> run((Sampler) each[0], (Pruner) each[1], 2).fingerprint())
            .toList();

    assertThat(fingerprints).hasSize(15).doesNotHaveDuplicates();
  }

  /** With reports that are not finite, and zeros of both signs. */
  @Test
  void everyStorageKeepsTheSameStudyThoughItWasGoneOnWith(@TempDir Path folder) {
    SearchPlan plan = PLAN.trials(12);
    Tuner tuner = Tuner.using(tpe().startup(4)).pruner(medianPruner().startupTrials(2));
    ToDoubleFunction<ActiveTrial> odd =
        trial -> {
          boolean isOver = trial.report(1, trial.get(WIDTH) > 8 ? -0.0 : 0.0);
          isOver |= trial.report(2, Math.copySign(Double.POSITIVE_INFINITY, trial.get(X)));
          return isOver || trial.report(3, trial.get(X)) ? 0 : trial.get(X);
        };
    String expected = tuner.minimize(plan, odd).fingerprint();

    for (Storage storage :
        List.of(
            journal(folder.resolve("study.log")),
            database("jdbc:sqlite:" + folder.resolve("studies.db")))) {
      Tuner keeping = tuner.storage(storage).parallel(2);
      assertThat(keeping.minimize(plan.trials(5), odd).trials()).hasSize(5);
      assertThat(keeping.minimize(plan, odd).fingerprint()).isEqualTo(expected);
    }
  }

  @Test
  void aStudyThatTriedANegativeZeroIsTheSameWhenItIsGoneOnWith(@TempDir Path folder) {
    RealParam x = real("x", -1, -0.0);
    SearchPlan plan = search(x).startingFrom(value(x, -0.0)).trials(2);
    Tuner tuner =
        Tuner.using(randomSearch())
            .storage(database("jdbc:sqlite:" + folder.resolve("studies.db")));

    String first = tuner.minimize(plan, trial -> trial.get(x)).fingerprint();

    assertThat(tuner.minimize(plan, trial -> trial.get(x)).fingerprint()).isEqualTo(first);
  }

  @Test
  void optionsWithoutATextAreKnownAgainByTheNextRun(@TempDir Path folder) {
    Tuner tuner = Tuner.using(tpe().startup(2)).storage(journal(folder.resolve("study.log")));
    SearchResult first = minimizeOneOfTwoFunctions(tuner, 4);

    SearchResult goneOn = minimizeOneOfTwoFunctions(tuner, 8);

    assertThat(goneOn.trials().subList(0, 4))
        .extracting(Trial::record)
        .isEqualTo(first.trials().stream().map(Trial::record).toList());
    assertThat(goneOn.fingerprint())
        .isEqualTo(minimizeOneOfTwoFunctions(Tuner.using(tpe().startup(2)), 8).fingerprint());
    assertThat(goneOn.trials())
        .extracting(trial -> trial.choices().get("function"))
        .contains("option 0", "option 1");
  }

  /** With functions and arrays that are others each time, as in another run of a program. */
  private static SearchResult minimizeOneOfTwoFunctions(Tuner tuner, int trials) {
    double top = 2;
    ChoiceParam<DoubleUnaryOperator> function =
        choice("function", x -> x * x - top, x -> Math.abs(x - top));
    ChoiceParam<double[]> shift = choice("shift", new double[] {0, 1}, new double[] {0.5});
    return tuner.minimize(
        search(X, function, shift).trials(trials).seed(1),
        trial -> trial.get(function).applyAsDouble(trial.get(X) + trial.get(shift)[0]));
  }

  @Test
  void aSamplerAndAPrunerWithoutATextAreKnownAgainByTheirClass(@TempDir Path folder) {
    Path file = folder.resolve("study.log");
    double first = halfway(file, 3).best().get(X);

    SearchResult goneOn = halfway(file, 6);

    assertThat(goneOn.trials()).hasSize(6);
    assertThat(goneOn.best().get(X)).isEqualTo(first);
  }

  /** With a sampler and a pruner that are others each time, as in another run of a program. */
  private static SearchResult halfway(Path file, int trials) {
    double stretch = 0.1;
    return Tuner.using(ask -> Optional.of(new double[] {0.5 + stretch * ask.number()}))
        .pruner(patientPruner(1).asking(progress -> progress.loss() > 10 * stretch))
        .storage(journal(file))
        .minimize(search(X).trials(trials), trial -> Math.abs(trial.get(X)));
  }

  private static SearchResult run(Sampler sampler, Pruner pruner, int workers) {
    return Tuner.using(sampler)
        .pruner(pruner)
        .parallel(workers)
        .minimize(PLAN, SameStudyTest::loss);
  }

  /** Some are wrong from the start, and some diverge on the way. */
  private static double loss(ActiveTrial trial) {
    double x = trial.get(X);
    if (trial.get(KIND).equals("broken") && x < -2) {
      throw new IllegalStateException("broken");
    }
    double loss = Double.NaN;
    boolean isOver = false;
    for (int step = 1; step <= STEPS && !isOver; step++) {
      double noise =
          trial.get(KIND).equals("noisy") ? Math.sin(trial.seed() % 100 + (double) step) : 0;
      boolean diverges = trial.get(KIND).equals("broken") && x > 0 && step > 2;
      loss = diverges ? Double.NaN : Math.abs(x - 1) + noise + 3.0 / (trial.get(WIDTH) + step);
      isOver = trial.report(step, loss);
    }
    return loss;
  }

  private static Set<Outcome.Kind> outcomes(SearchResult result) {
    return result.trials().stream()
        .map(trial -> trial.outcome().orElseThrow().kind())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.Kind.class)));
  }

  private static Set<Outcome.Kind> usual(Pruner pruner) {
    return EnumSet.of(
        Outcome.Kind.COMPLETE,
        pruner.equals(neverPrune()) ? Outcome.Kind.DIVERGED : Outcome.Kind.PRUNED);
  }
}
