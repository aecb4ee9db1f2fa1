package dev.lamina.search;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static dev.lamina.search.arbiter.ArbiterSamplers.grid;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static dev.lamina.search.sampler.Samplers.tpe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.storage.Storage;
import dev.lamina.search.storage.Storages;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TunerTest {

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam RATE = real("rate", 1e-4, 1e-1).log();
  private static final IntParam WIDTH = integer("width", 1, 3);
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b");
  private static final FlagParam DEEP = flag("deep");

  @Test
  void theBestOfARandomSearchIsTheLeastOfItsValues() {
    SearchPlan plan = search(X, RATE).trials(200).seed(5);

    SearchResult found =
        Tuner.using(randomSearch()).minimize(plan, pick -> Math.pow(pick.get(X) - 2, 2));

    assertThat(found.stopCause()).isEqualTo(StopCause.TRIALS_DONE);
    assertThat(found.trials()).hasSize(200);
    assertThat(found.best().get(X)).isBetween(1.9, 2.1);
    assertThat(found.best().value().getAsDouble())
        .isEqualTo(
            found.trials().stream().mapToDouble(t -> t.value().getAsDouble()).min().getAsDouble());
  }

  @Test
  void anyNumberOfWorkersTriesTheSame() {
    SearchPlan plan = search(X, RATE, WIDTH, KIND, DEEP).trials(60).seed(3);

    List<String> alone = printed(Tuner.using(randomSearch()).minimize(plan, pick -> pick.get(X)));
    List<String> together =
        printed(Tuner.using(randomSearch()).parallel(4).minimize(plan, pick -> pick.get(X)));

    assertThat(together).isEqualTo(alone);
  }

  /** Else what mends it would be refused as another study of the same name. */
  @Test
  void aSearchThatIsRefusedIsNotKept() {
    AtomicBoolean isKept = new AtomicBoolean();
    Storage storage =
        study -> {
          isKept.set(true);
          return Storages.inMemory().open(study);
        };
    Tuner tuner = Tuner.using(randomSearch()).storage(storage);

    assertThatThrownBy(() -> tuner.minimize(search(X).where(pick -> false), pick -> pick.get(X)))
        .isInstanceOf(InvalidDescriptionException.class);

    assertThat(isKept).isFalse();
  }

  @Test
  void everyPointOfAFiniteSpaceIsTriedOnce() {
    SearchPlan plan = search(WIDTH, KIND, DEEP).trials(50).seed(1);

    SearchResult found = Tuner.using(randomSearch()).minimize(plan, pick -> pick.get(WIDTH));

    assertThat(found.stopCause()).isEqualTo(StopCause.EXHAUSTED);
    assertThat(found.trials().stream().map(Trial::choices).distinct()).hasSize(12);
    assertThat(found.trials()).hasSize(12);
  }

  @Test
  void constraintsHoldForEveryTrial() {
    SearchPlan plan =
        search(X, WIDTH).trials(30).seed(2).where(pick -> pick.get(X) > pick.get(WIDTH));

    SearchResult found = Tuner.using(randomSearch()).minimize(plan, pick -> pick.get(X));

    assertThat(found.trials()).allMatch(trial -> trial.get(X) > trial.get(WIDTH));
  }

  @Test
  void knownPointsComeFirst() {
    SearchPlan plan = search(X, WIDTH).trials(3).seed(2).startingFrom(value(X, 2.5).and(WIDTH, 3));

    SearchResult found = Tuner.using(randomSearch()).minimize(plan, pick -> pick.get(X));

    assertThat(found.trials().get(0).get(X)).isEqualTo(2.5);
    assertThat(found.trials().get(0).get(WIDTH)).isEqualTo(3);
  }

  @Test
  void whatFailsOrDivergesIsKeptAndNeverBest() {
    SearchPlan plan = search(WIDTH).trials(3).seed(2);

    SearchResult found =
        Tuner.using(randomSearch())
            .minimize(
                plan,
                pick -> {
                  if (pick.get(WIDTH) == 1) {
                    throw new IllegalStateException("broken");
                  }
                  return pick.get(WIDTH) == 2 ? Double.NaN : 7;
                });

    assertThat(found.best().get(WIDTH)).isEqualTo(3);
    assertThat(
            found.trials().stream()
                .filter(trial -> trial.state() == TrialState.FAILED)
                .map(trial -> trial.outcome().get().kind()))
        .containsExactlyInAnyOrder(Outcome.Kind.FAILED, Outcome.Kind.DIVERGED);
  }

  @Test
  void noMoreThreadsWorkThanTheWindowHasTrialsFor() {
    Set<Thread> atWork = ConcurrentHashMap.newKeySet();
    SearchPlan plan = search(X).trials(60).window(3);

    SearchResult found =
        Tuner.using(tpe())
            .parallel(8)
            .minimize(
                plan,
                pick -> {
                  atWork.add(Thread.currentThread());
                  return pick.get(X);
                });

    assertThat(found.trials()).hasSize(60);
    assertThat(atWork).hasSizeBetween(1, 3);
  }

  @Test
  void samplersThatLookAtNoTrialKeepAnyNumberOfWorkersBusy() {
    CyclicBarrier all = new CyclicBarrier(8);
    SearchPlan plan = search(X).trials(16).window(1);

    SearchResult found =
        Tuner.using(randomSearch()).parallel(8).minimize(plan, pick -> met(all) * pick.get(X));

    assertThat(found.trials()).allMatch(trial -> trial.state() == TrialState.COMPLETE);
  }

  @Test
  void choicesThatDoNotExistAreRefused() {
    SearchPlan plan = search(X).trials(3).seed(2).where(pick -> pick.get(X) > 6);

    assertThatThrownBy(() -> Tuner.using(randomSearch()).minimize(plan, pick -> pick.get(X)))
        .isInstanceOf(InvalidDescriptionException.class);
  }

  /** Of 5,000 draws, one fulfils it. */
  @Test
  void constraintsMayHoldForVeryFew() {
    SearchPlan plan = search(X, RATE).trials(40).seed(2).where(pick -> pick.get(X) < -4.998);

    SearchResult found = Tuner.using(randomSearch()).minimize(plan, pick -> pick.get(RATE));

    assertThat(found.stopCause()).isEqualTo(StopCause.TRIALS_DONE);
    assertThat(found.trials()).hasSize(40).allMatch(trial -> trial.get(X) < -4.998);
  }

  /** What the known point leaves open fulfils the constraint in 3 of 90,601 cases. */
  @Test
  void aKnownPointIsCompletedWithWhatIsAllowed() {
    IntParam p = integer("p", 0, 300);
    IntParam q = integer("q", 0, 300);
    SearchPlan plan =
        search(p, q, DEEP)
            .trials(1)
            .where(pick -> pick.get(p) + pick.get(q) >= 599)
            .startingFrom(value(DEEP, true));

    SearchResult found = Tuner.using(randomSearch()).minimize(plan, pick -> 1);

    assertThat(found.best().get(p) + found.best().get(q)).isGreaterThanOrEqualTo(599);
    assertThat(found.best().get(DEEP)).isTrue();
  }

  @Test
  void aGridOfWhichNothingIsAllowedIsRefused() {
    SearchPlan plan = search(X).trials(9).where(pick -> pick.get(X) > 1 && pick.get(X) < 2);

    assertThatThrownBy(() -> Tuner.using(grid(3)).minimize(plan, pick -> pick.get(X)))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining(
            "Its sampler `grid(3)` must have choices that fulfil each `where(...)`, but has none.");
  }

  @Test
  void aConstraintThatThrowsIsNamed() {
    SearchPlan plan = search(WIDTH).where(pick -> 6 / (pick.get(WIDTH) / 9) > 1);

    assertThatThrownBy(() -> Tuner.using(randomSearch()).minimize(plan, pick -> 1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasRootCauseInstanceOf(ArithmeticException.class)
        .hasMessageContaining("Its `where(...)` must hold or not for {width=");
  }

  @Test
  void whatAFunctionIgnoresIsRefused() {
    Tuner tuner = Tuner.using(randomSearch());
    SearchPlan withNetworks = search(X).trying(pick -> null);
    SearchPlan withGoal = search(X).optimize(validation(accuracy()));

    assertThatThrownBy(() -> tuner.minimize(withNetworks, pick -> 1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("one without `trying(...)`");
    assertThatThrownBy(() -> tuner.maximize(withGoal, pick -> 1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("one without `optimize(...)`");
    assertThatThrownBy(() -> tuner.minimize(search(X), null))
        .isInstanceOf(InvalidDescriptionException.class);
    assertThatThrownBy(() -> tuner.optimize(search(X), List.of(), pick -> new double[0]))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`goals` must be at least one");
  }

  /** 1, once all are there. */
  private static double met(CyclicBarrier all) {
    try {
      all.await(20, TimeUnit.SECONDS);
      return 1;
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException("too few workers", alone);
    }
  }

  private static List<String> printed(SearchResult result) {
    return IntStream.range(0, result.trials().size())
        .mapToObj(each -> result.trials().get(each).toString())
        .toList();
  }
}
