package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Study;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.arbiter.ArbiterSamplers;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import dev.lamina.search.storage.Kept;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler must do, whatever its ideas. */
class SamplerContractTest {

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam RATE = real("rate", 1e-4, 1e-1).log();
  private static final RealParam STEPPED = real("stepped", 0, 1).step(0.1);
  private static final IntParam WIDTH = integer("width", 8, 32).step(8);
  private static final IntParam UNITS = integer("units", 1, 500).log();
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b", "c");
  private static final FlagParam DEEP = flag("deep");
  private static final List<TrialState> ENDS =
      List.of(TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAILED);
  private static final Space SPACE = Space.of(List.of(X, RATE, STEPPED, WIDTH, UNITS, KIND, DEEP));

  static List<Sampler> samplers() {
    return List.of(
        Samplers.randomSearch(),
        Samplers.sobol(),
        Samplers.tpe(),
        Samplers.tpe().independent(),
        Samplers.cmaEs(),
        Samplers.nsga2().population(6),
        Samplers.gaussianProcess(),
        ArbiterSamplers.arbiterRandom(),
        ArbiterSamplers.genetic().population(5),
        ArbiterSamplers.grid(40));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void everyValueIsOneOfItsParameter(Sampler sampler) {
    SearchResult found = minimize(sampler, plan(40), SamplerContractTest::bowl);

    assertThat(found.trials())
        .hasSize(40)
        .allMatch(trial -> X.has(trial.get(X)) && RATE.has(trial.get(RATE)))
        .allMatch(trial -> STEPPED.has(trial.get(STEPPED)) && WIDTH.has(trial.get(WIDTH)))
        .allMatch(trial -> UNITS.has(trial.get(UNITS)) && KIND.has(trial.get(KIND)));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void placesAreFromZeroToOneAndTheSameOnceMore(Sampler sampler) {
    List<Observation> trials = everyKind(30);

    double[] once = sampler.propose(Questions.after(SPACE, trials, 4)).orElseThrow();
    double[] again = sampler.propose(Questions.after(SPACE, trials, 4)).orElseThrow();

    assertThat(again).isEqualTo(once);
    assertThat(once).hasSize(SPACE.size());
    assertThat(DoubleStream.of(once)).allMatch(place -> place >= 0 && place <= 1);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void anyNumberOfWorkersTriesTheSame(Sampler sampler) {
    List<String> alone =
        printed(Tuner.using(sampler).minimize(plan(40), SamplerContractTest::bowl));

    for (int workers : new int[] {2, 8}) {
      Tuner together = Tuner.using(sampler).parallel(workers);
      assertThat(printed(together.minimize(plan(40), SamplerContractTest::bowl))).isEqualTo(alone);
    }
  }

  /** What a study remembers from one trial to the next changes nothing but time. */
  @ParameterizedTest
  @MethodSource("samplers")
  void aStudyThatIsOpenedAnewForEachTrialTriesTheSame(Sampler sampler) {
    Tuner tuner = Tuner.using(sampler);
    Tuner resuming = tuner.storage(new Kept());
    List<Trial> whole;
    try (Study study = tuner.study(plan(60), Goal.MINIMIZE)) {
      IntStream.range(0, 60).forEach(each -> tryNext(study));
      whole = study.trials();
    }
    for (int each = 0; each < 60; each++) {
      try (Study study = resuming.study(plan(60), Goal.MINIMIZE)) {
        tryNext(study);
        assertThat(study.trials().get(each)).hasToString(whole.get(each).toString());
      }
    }

    assertThat(whole).map(Trial::state).containsAll(ENDS);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void itWaitsForTrialsBeforeOnlyAndNeverForFewerLater(Sampler sampler) {
    for (int window : new int[] {1, 3, 8}) {
      int before = 0;
      for (int trial = 0; trial < 200; trial++) {
        int visible = sampler.visible(trial, window);
        assertThat(visible).isBetween(Math.min(before, trial), trial);
        before = visible;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void trialsThatFailAreLivedWith(Sampler sampler) {
    SearchResult found =
        minimize(
            sampler,
            plan(40),
            pick -> {
              if (pick.get(X) > 0) {
                throw new IllegalStateException("broken");
              }
              return bowl(pick);
            });

    assertThat(found.trials()).hasSize(40);
    assertThat(found.trials().stream().filter(trial -> trial.state() == TrialState.COMPLETE))
        .hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void ifEveryTrialFailsTheSearchGoesOn(Sampler sampler) {
    SearchResult found = minimize(sampler, plan(30), pick -> Double.NaN);

    assertThat(found.trials()).hasSize(30);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void lossesThatAreAllTheSameOrHugeAreLivedWith(Sampler sampler) {
    assertThat(minimize(sampler, plan(30), pick -> 7).trials()).hasSize(30);
    SearchResult huge = minimize(sampler, plan(30), pick -> pick.get(X) > 0 ? 1e300 : -1e300);

    assertThat(huge.trials()).hasSize(30);
    assertThat(huge.best().value().getAsDouble()).isEqualTo(-1e300);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void parametersOfOneValueAreLivedWith(Sampler sampler) {
    SearchPlan plan =
        search(real("r", 2, 2), integer("i", 3, 3), choice("c", "only"), X).trials(30).seed(6);

    SearchResult found = minimize(sampler, plan, pick -> Math.abs(pick.get(X)));

    assertThat(found.trials()).hasSize(30);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void constraintsHold(Sampler sampler) {
    SearchPlan plan = plan(30).where(pick -> pick.get(X) > 0 && pick.get(DEEP));

    SearchResult found = minimize(sampler, plan, SamplerContractTest::bowl);

    assertThat(found.trials()).hasSize(30).allMatch(trial -> trial.get(X) > 0 && trial.get(DEEP));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void eachPointOfAFiniteSpaceIsTriedOnce(Sampler sampler) {
    SearchPlan plan = search(WIDTH, KIND, DEEP).trials(100).seed(2);

    SearchResult found = minimize(sampler, plan, pick -> pick.get(WIDTH));

    assertThat(found.trials().stream().map(Trial::choices)).hasSize(24).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void severalObjectivesAreSearchedOrRefused(Sampler sampler) {
    Tuner tuner = Tuner.using(sampler);
    List<Goal> goals = List.of(Goal.MINIMIZE, Goal.MAXIMIZE);
    try {
      SearchResult found =
          tuner.optimize(
              plan(40), goals, pick -> new double[] {pick.get(X), Math.abs(pick.get(X))});
      assertThat(found.trials()).hasSize(40);
    } catch (InvalidDescriptionException refused) {
      assertThat(refused).hasMessageContaining(sampler.toString()).hasMessageContaining("Fix:");
    }
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void equalSamplersAreEqualAndPrintAlike(Sampler sampler) {
    List<Sampler> again = samplers();

    assertThat(again).contains(sampler);
    assertThat(again.get(again.indexOf(sampler))).hasToString(sampler.toString());
    assertThat(again.stream().map(Sampler::toString)).doesNotHaveDuplicates();
  }

  private static SearchResult minimize(
      Sampler sampler, SearchPlan plan, ToDoubleFunction<Choices> function) {
    return Tuner.using(sampler).minimize(plan, function);
  }

  private static SearchPlan plan(int trials) {
    return search(X, RATE, STEPPED, WIDTH, UNITS, KIND, DEEP).trials(trials).seed(11).window(4);
  }

  /** Some trials fail, some are pruned. */
  private static void tryNext(Study study) {
    ActiveTrial trial = study.poll().orElseThrow();
    if (trial.get(X) > 3) {
      trial.fail(new Outcome(Outcome.Kind.FAILED, "too far"));
    } else if (trial.number() % 5 == 3) {
      assertThat(trial.report(1 + trial.number() % 3, bowl(trial))).isFalse();
      trial.prune();
    } else {
      trial.complete(bowl(trial));
    }
  }

  private static double bowl(Choices pick) {
    return Math.abs(pick.get(X) - 1) + pick.get(WIDTH) / 8.0 + (pick.get(KIND).equals("b") ? 0 : 1);
  }

  /** Trials in each state, some of which did not read everything. */
  private static List<Observation> everyKind(int count) {
    SplittableRandom random = new SplittableRandom(5);
    List<Observation> trials = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      double[] point = SPACE.snap(SPACE.random(random));
      if (each % 3 == 0) {
        point[1] = Double.NaN;
        point[5] = Double.NaN;
      }
      trials.add(
          switch (each % 5) {
            case 0 -> Questions.failed(each, point);
            case 1 -> Questions.pruned(each, each % 4, point[0], point);
            case 2 ->
                each > count - 8
                    ? Questions.running(each, point)
                    : Questions.complete(each, point[0], point);
            default -> Questions.complete(each, point[0], point);
          });
    }
    return trials;
  }

  private static List<String> printed(SearchResult result) {
    return result.trials().stream().map(Trial::toString).toList();
  }
}
