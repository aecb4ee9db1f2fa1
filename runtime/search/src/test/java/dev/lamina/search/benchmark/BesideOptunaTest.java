package dev.lamina.search.benchmark;

import static dev.lamina.search.sampler.Samplers.tpe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The estimator beside that of Optuna, where Python has it: with as many trials, the median regret
 * is no worse.
 *
 * <p>With Optuna 3.1 it was worse for one function when last measured, Rosenbrock's: 0.126 against
 * 0.079.
 */
@Tag("soak")
class BesideOptunaTest {

  private static final int TRIALS = 100;
  private static final int SEARCHES = 20;

  private static final Duration TIME = Duration.ofMinutes(30);
  private static final Duration NEWS = Duration.ofSeconds(20);
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  static Stream<Arguments> functions() {
    return BenchmarkFunctions.all().stream()
        .flatMap(
            function ->
                Stream.of("univariate", "multivariate").map(kind -> arguments(function, kind)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theMedianRegretIsNoWorseThanThatOfBothItsKinds(
      Benchmark function, String kind, @TempDir Path folder, TestReporter reporter)
      throws IOException, InterruptedException {
    double[] theirs = optuna(function, kind, folder, reporter);
    double[] ours = function.regrets(tpe(), TRIALS, 1, SEARCHES);

    reporter.publishEntry(
        function + " " + kind,
        "%d searches: ours %.4g, Optuna's %.4g, %.2f deviations better"
            .formatted(
                theirs.length,
                Ranks.median(ours),
                Ranks.median(theirs),
                -Ranks.smaller(ours, theirs)));
    assertThat(Ranks.median(ours)).isLessThanOrEqualTo(Ranks.median(theirs));
  }

  private static double[] optuna(
      Benchmark function, String kind, Path folder, TestReporter reporter)
      throws IOException, InterruptedException {
    Path script = folder.resolve("optuna_benchmarks.py");
    try (InputStream source = BesideOptunaTest.class.getResourceAsStream("optuna_benchmarks.py")) {
      Files.copy(source, script);
    }
    Path output = folder.resolve("output.txt");
    Process process =
        python(folder, output, script.toString(), function.name(), "" + TRIALS, "" + SEARCHES, kind)
            .start();
    Instant end = Instant.now().plus(TIME);
    while (!process.waitFor(NEWS.toSeconds(), TimeUnit.SECONDS) && Instant.now().isBefore(end)) {
      reporter.publishEntry(function + " " + kind, found(output).length + " of " + SEARCHES);
    }
    process.destroyForcibly().onExit().join();
    double[] found = found(output);
    assertThat(found).hasSize(SEARCHES);
    return Arrays.stream(found).map(best -> best - function.least()).toArray();
  }

  /** What has been written whole. */
  private static double[] found(Path output) throws IOException {
    String text = Files.readString(output);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static ProcessBuilder python(Path folder, Path output, String... arguments)
      throws IOException, InterruptedException {
    Path version = folder.resolve("version.txt");
    for (String python : PYTHONS) {
      if (Files.isExecutable(Path.of(python)) || !python.startsWith("/")) {
        ProcessBuilder asking = command(python, version, "-c", "import optuna");
        if (endsWell(asking)) {
          return command(python, output, arguments);
        }
      }
    }
    return abort("no Python here has Optuna");
  }

  private static boolean endsWell(ProcessBuilder program) throws InterruptedException {
    try {
      return program.start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static ProcessBuilder command(String python, Path output, String... arguments) {
    List<String> command = Stream.concat(Stream.of(python), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    return builder;
  }
}
