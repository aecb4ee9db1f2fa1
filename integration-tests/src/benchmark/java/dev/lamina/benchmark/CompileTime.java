package dev.lamina.benchmark;

import dev.lamina.benchmark.lamina.CompileBenchmark;
import dev.lamina.benchmark.report.Result;
import dev.lamina.benchmark.work.Work;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What only Lamina does, so that JMH can measure it: a fork, and a round for each iteration. */
final class CompileTime {

  private static final TimeValue WARM_UP = TimeValue.seconds(2);
  private static final TimeValue ROUND = TimeValue.milliseconds(500);

  private CompileTime() {}

  static Result measure(Options options) {
    try {
      Collection<RunResult> found =
          new Runner(
                  new OptionsBuilder()
                      .include(CompileBenchmark.class.getName())
                      .forks(1)
                      .warmupIterations(1)
                      .warmupTime(WARM_UP)
                      .measurementIterations(options.rounds(Work.COMPILE))
                      .measurementTime(ROUND)
                      .timeUnit(TimeUnit.SECONDS)
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .run();
      return Result.of(Work.COMPILE, Contestant.LAMINA.id(), "JMH", rounds(found));
    } catch (RunnerException exception) {
      throw new IllegalStateException("JMH cannot measure the compiler", exception);
    }
  }

  private static double[] rounds(Collection<RunResult> found) {
    return found.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .flatMap(result -> result.getIterationResults().stream())
        .map(IterationResult::getPrimaryResult)
        .mapToDouble(result -> result.getScore())
        .toArray();
  }
}
