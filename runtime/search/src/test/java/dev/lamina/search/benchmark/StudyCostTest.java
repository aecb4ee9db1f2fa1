package dev.lamina.search.benchmark;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.cmaEs;
import static dev.lamina.search.sampler.Samplers.nsga2;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static dev.lamina.search.sampler.Samplers.sobol;
import static dev.lamina.search.sampler.Samplers.tpe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.Study;
import dev.lamina.search.Tuner;
import dev.lamina.search.arbiter.ArbiterSamplers;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.storage.Storage;
import dev.lamina.search.storage.Storages;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a study itself costs beside its trials: CPU time of the thread that asks and tells, since
 * the time of a busy machine, or of its disk, says little. {@code -Dtrials=200} makes it short.
 */
@Tag("soak")
class StudyCostTest {

  private static final int TRIALS = Integer.getInteger("trials", 1000);
  private static final double MOST_MILLISECONDS = 5;

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam Y = real("y", -5, 5);
  private static final RealParam RATE = real("rate", 1e-4, 1).log();
  private static final RealParam SHARE = real("share", 0, 1);
  private static final IntParam UNITS = integer("units", 1, 64);
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b", "c");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir private static Path folder;

  static Stream<Arguments> studies() {
    return Stream.of(
        arguments("random", randomSearch(), Storages.inMemory(), 1),
        arguments("Sobol", sobol(), Storages.inMemory(), 1),
        arguments("TPE", tpe(), Storages.inMemory(), 1),
        arguments("TPE, each parameter alone", tpe().independent(), Storages.inMemory(), 1),
        arguments("TPE, two objectives", tpe(), Storages.inMemory(), 2),
        arguments("CMA-ES", cmaEs(), Storages.inMemory(), 1),
        arguments("NSGA-II, two objectives", nsga2(), Storages.inMemory(), 2),
        arguments("Arbiter's grid", ArbiterSamplers.grid(6), Storages.inMemory(), 1),
        arguments("Arbiter's genetic search", ArbiterSamplers.genetic(), Storages.inMemory(), 1),
        arguments("random, journal", randomSearch(), journal(), 1),
        arguments("random, SQLite", randomSearch(), sqlite(), 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("studies")
  void aTrialCostsTheStudyLessThanFiveMilliseconds(
      String name, Sampler sampler, Storage storage, int objectives) {
    SearchPlan plan = search(X, Y, RATE, SHARE, UNITS, KIND).trials(TRIALS).seed(3);
    Goal[] others = new Goal[objectives - 1];
    Arrays.fill(others, Goal.MINIMIZE);
    double[] milliseconds = new double[TRIALS];

    try (Study study = Tuner.using(sampler).storage(storage).study(plan, Goal.MINIMIZE, others)) {
      for (int trial = 0; trial < TRIALS; trial++) {
        milliseconds[trial] = costOfNext(study, objectives);
      }
    }

    double last = Arrays.stream(milliseconds).skip(TRIALS - TRIALS / 20).average().orElseThrow();
    double mean = Arrays.stream(milliseconds).average().orElseThrow();
    System.out.printf(Locale.ROOT, "%-28s %.2f ms a trial, the last %.2f ms%n", name, mean, last);
    assertThat(mean).isLessThan(MOST_MILLISECONDS);
  }

  private static Storage journal() {
    return Storages.journal(folder.resolve("study.log"));
  }

  private static Storage sqlite() {
    return Storages.database("jdbc:sqlite:" + folder.resolve("study.db"));
  }

  private static double costOfNext(Study study, int objectives) {
    long before = THREADS.getCurrentThreadCpuTime();
    ActiveTrial trial = study.poll().orElseThrow();
    double[] values = new double[objectives];
    Arrays.setAll(values, each -> value(trial, each));
    trial.complete(values);
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
  }

  private static double value(ActiveTrial trial, int objective) {
    double away = Math.pow(trial.get(X) - 2, 2) + Math.abs(trial.get(Y) + 1) + trial.get(SHARE);
    double rate = Math.pow(Math.log(trial.get(RATE)) + 4, 2) + trial.get(UNITS) * 0.05;
    double kind = trial.get(KIND).equals("b") ? 0 : 1;
    return objective == 0 ? away + rate + kind : Math.abs(trial.get(X)) + trial.get(SHARE);
  }
}
