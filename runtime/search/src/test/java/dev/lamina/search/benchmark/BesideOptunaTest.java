package dev.lamina.search.benchmark;

import static dev.lamina.search.sampler.Samplers.tpe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The estimator beside that of Optuna 3.1, each parameter by itself and all together: with as many
 * trials, the median regret is no worse.
 *
 * <p>{@code optuna.csv} keeps the median regret of the first 20 searches and of 60, and the best
 * value of the first, by which it is known that the figures are Optuna's. When last measured, 20
 * searches were worse for one function, Rosenbrock's: 0.0833 against 0.0790.
 */
@Tag("soak")
class BesideOptunaTest {

  private static final int TRIALS = 100;
  private static final int FEW_SEARCHES = 20;
  private static final int SEARCHES = 60;

  private static final String VERSION = "3.1";
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  @ParameterizedTest
  @CsvFileSource(resources = "optuna.csv", useHeadersInDisplayName = true)
  void theMedianRegretIsNoWorse(
      String function,
      String kind,
      double first,
      double twenty,
      double sixty,
      TestReporter reporter) {
    double[] regrets = function(function).regrets(tpe(), TRIALS, 1, SEARCHES);
    double few = Ranks.median(Arrays.copyOf(regrets, FEW_SEARCHES));
    double all = Ranks.median(regrets);

    reporter.publishEntry(
        function + " " + kind,
        "ours %.4g and %.4g, Optuna's %.4g and %.4g".formatted(few, all, twenty, sixty));
    assertThat(all).as("of 60 searches").isLessThanOrEqualTo(sixty);
    assertThat(few).as("of 20 searches").isLessThanOrEqualTo(twenty);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "optuna.csv", useHeadersInDisplayName = true)
  void theFirstSearchIsOptunas(
      String function, String kind, double first, double twenty, double sixty, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("optuna_benchmarks.py");
    try (InputStream source = BesideOptunaTest.class.getResourceAsStream("optuna_benchmarks.py")) {
      Files.copy(source, script);
    }

    String found =
        printed(python(), script.toString(), function, String.valueOf(TRIALS), "1", kind);

    assertThat(Double.parseDouble(found)).isCloseTo(first, within(1e-9 * Math.abs(first)));
  }

  private static Benchmark function(String name) {
    return BenchmarkFunctions.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** One that has the Optuna whose figures these are. */
  private static String python() throws IOException, InterruptedException {
    for (String python : PYTHONS) {
      if (Files.isExecutable(Path.of(python)) || !python.startsWith("/")) {
        String version = printed(python, "-c", "import optuna; print(optuna.__version__)");
        if (!version.isEmpty()) {
          assumeTrue(version.startsWith(VERSION), "Python has Optuna " + version);
          return python;
        }
      }
    }
    return abort("no Python here has Optuna");
  }

  /** What a program printed; nothing if it failed or is not there. */
  private static String printed(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    Stream.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
        .forEach(threads -> builder.environment().put(threads, "1"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      return "";
    }
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? printed : "";
  }
}
