package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.gaussianProcess;
import static dev.lamina.search.sampler.Samplers.sobol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GaussianProcessSamplerTest {

  private static final RealParam X = real("x", -4, 4);
  private static final RealParam Y = real("y", -4, 4);
  private static final IntParam COUNT = integer("count", 1, 30);
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b", "c", "d");
  private static final Space LINE = Space.of(List.of(X));

  @Test
  void aBowlIsFoundInTwentyTrials() {
    SearchResult found =
        Tuner.using(gaussianProcess())
            .minimize(
                search(X, Y).trials(20).seed(3).window(1),
                pick -> Math.pow(pick.get(X) - 1.7, 2) + 3 * Math.pow(pick.get(Y) + 2.2, 2));

    assertThat(found.best().value().getAsDouble()).isLessThan(0.01);
  }

  /** Of 120 points, one is right. */
  @Test
  void wholeNumbersAndChoicesAreFoundInThirtyTrials() {
    SearchResult found =
        Tuner.using(gaussianProcess())
            .minimize(
                search(COUNT, KIND).trials(30).seed(5).window(1),
                pick -> Math.abs(pick.get(COUNT) - 21) + (pick.get(KIND).equals("c") ? 0 : 5));

    assertThat(found.best().value().getAsDouble()).isZero();
  }

  @Test
  void untilEnoughIsKnownItIsASobolSequence() {
    List<Observation> trials = trials(9, x -> x);

    assertThat(gaussianProcess().propose(Questions.after(LINE, trials, 2)))
        .contains(sobol().propose(Questions.after(LINE, trials, 2)).orElseThrow());
    assertThat(gaussianProcess().startup(8).propose(Questions.after(LINE, trials, 2)).orElseThrow())
        .isNotEqualTo(sobol().propose(Questions.after(LINE, trials, 2)).orElseThrow());
  }

  @Test
  void withoutACompleteTrialThereIsNothingToBelieve() {
    List<Observation> trials = new ArrayList<>();
    for (int each = 0; each < 12; each++) {
      trials.add(Questions.pruned(each, 1, each, 0.05 * each));
    }

    assertThat(gaussianProcess().propose(Questions.after(LINE, trials, 2)))
        .contains(sobol().propose(Questions.after(LINE, trials, 2)).orElseThrow());
  }

  /** As when every network diverges at first: all losses are ln 10, and one learns little. */
  @Test
  void whileAllTrialsAreAlikeItIsASobolSequence() {
    List<Observation> trials = trials(12, x -> Math.log(10));
    trials.add(Questions.failed(12, 0.5));
    trials.add(Questions.pruned(13, 1, 2, 0.6));

    assertThat(gaussianProcess().propose(Questions.after(LINE, trials, 2)))
        .contains(sobol().propose(Questions.after(LINE, trials, 2)).orElseThrow());

    trials.add(Questions.complete(14, 1.9, 0.7));
    assertThat(gaussianProcess().propose(Questions.after(LINE, trials, 2)).orElseThrow())
        .isNotEqualTo(sobol().propose(Questions.after(LINE, trials, 2)).orElseThrow());
  }

  /** Two parameters, one place in twenty of which is better than all others, which are alike. */
  @Test
  void aPlateauIsLeft() {
    long left =
        IntStream.range(0, 10)
            .filter(
                seed ->
                    Tuner.using(gaussianProcess())
                            .minimize(
                                search(X, Y).trials(60).seed(seed),
                                GaussianProcessSamplerTest::plateau)
                            .best()
                            .value()
                            .getAsDouble()
                        < 2)
            .count();

    assertThat(left).isGreaterThanOrEqualTo(9);
  }

  /** The best place is known to run already, so that another is tried. */
  @Test
  void runningTrialsAreKeptAwayFrom() {
    List<Observation> trials = trials(12, x -> Math.sin(25 * x));
    double first = gaussianProcess().propose(Questions.after(LINE, trials, 2)).orElseThrow()[0];
    trials.add(Questions.running(12, first));

    double second = gaussianProcess().propose(Questions.after(LINE, trials, 2)).orElseThrow()[0];
    assertThat(Math.abs(second - first)).isGreaterThan(0.02);
  }

  @Test
  void trialsThatFailAreKeptAwayFrom() {
    SearchResult found =
        Tuner.using(gaussianProcess())
            .minimize(
                search(X, Y).trials(50).seed(2),
                pick -> pick.get(X) < 0 ? Double.NaN : Math.abs(pick.get(X) - 1) + pick.get(Y));

    List<Trial> last = found.trials().subList(20, 50);
    assertThat(last.stream().filter(trial -> trial.get(X) < 0).count()).isLessThan(8);
    assertThat(found.best().value().getAsDouble()).isLessThan(-3.8);
  }

  /** Momentum is read for one kind alone, and matters there. */
  @Test
  void parametersOfOneBranchAreFoundThere() {
    RealParam momentum = real("momentum", 0, 1);
    ToDoubleFunction<double[]> loss =
        point -> Double.isNaN(point[1]) ? 0.4 + point[0] : Math.abs(point[1] - 0.8) + point[0];
    Space space = Space.of(List.of(real("rate", 0, 1), momentum, KIND));
    double momentumKind = space.dimensions().get(2).nth(1);
    List<Observation> trials = new ArrayList<>();
    for (int each = 0; each < 40; each++) {
      double[] point = space.snap(gaussianProcess().propose(onlyNew(space, trials)).orElseThrow());
      point[1] = point[2] == momentumKind ? point[1] : Double.NaN;
      trials.add(Questions.complete(each, loss.applyAsDouble(point), point));
    }

    double best = trials.stream().mapToDouble(Observation::loss).min().orElseThrow();
    assertThat(best).isLessThan(0.02);
  }

  /** Only the best and the latest are believed in, which is all that it needs. */
  @Test
  void manyTrialsAreNotTooMany() {
    List<Observation> trials = trials(600, x -> Math.pow(x - 0.3, 2));

    double next = gaussianProcess().propose(Questions.after(LINE, trials, 2)).orElseThrow()[0];
    assertThat(next).isBetween(0.28, 0.32);
  }

  @Test
  void severalObjectivesAreRefused() {
    assertThatThrownBy(
            () ->
                Tuner.using(gaussianProcess())
                    .optimize(
                        search(X).trials(4),
                        List.of(Goal.MINIMIZE, Goal.MAXIMIZE),
                        pick -> new double[] {1, 2}))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("gaussianProcess()")
        .hasMessageContaining("use `tpe()` or `nsga2()`, or optimize fewer");
  }

  @Test
  void printsItselfAsTheCodeThatBuildsIt() {
    assertThat(gaussianProcess()).hasToString("gaussianProcess()");
    assertThat(gaussianProcess().startup(6)).hasToString("gaussianProcess().startup(6)");
    assertThatThrownBy(() -> gaussianProcess().startup(0))
        .isInstanceOf(InvalidDescriptionException.class);
  }

  private static double plateau(ActiveTrial trial) {
    double distance = Math.hypot(trial.get(X) - 1.1, trial.get(Y) + 2.3);
    return distance < 1 ? distance : Math.log(10);
  }

  private static Ask onlyNew(Space space, List<Observation> trials) {
    Ask ask = Questions.after(space, trials, 7);
    return new Ask(
        space,
        trials,
        trials.size(),
        1,
        ask.seed(),
        ask.random(),
        point -> trials.stream().noneMatch(trial -> isAt(trial, point)));
  }

  private static boolean isAt(Observation trial, double[] point) {
    return IntStream.range(0, point.length)
        .allMatch(each -> Double.isNaN(trial.place(each)) || trial.place(each) == point[each]);
  }

  private static List<Observation> trials(int count, ToDoubleFunction<Double> loss) {
    SplittableRandom random = new SplittableRandom(4);
    List<Observation> trials = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      double place = random.nextDouble();
      trials.add(Questions.complete(each, loss.applyAsDouble(place), place));
    }
    return trials;
  }
}
