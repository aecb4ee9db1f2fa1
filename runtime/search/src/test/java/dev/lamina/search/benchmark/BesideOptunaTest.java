package dev.lamina.search.benchmark;

import static dev.lamina.search.sampler.Samplers.tpe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The estimator beside that of Optuna, where Python has it: no worse with as many trials. */
@Tag("soak")
class BesideOptunaTest {

  private static final int TRIALS = 100;
  private static final int SEARCHES = 20;
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

  static List<Benchmark> functions() {
    return BenchmarkFunctions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theMedianRegretIsNoWorseThanThatOfBothItsKinds(Benchmark function, @TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> lines = optuna(function.name(), folder);
    double ours = Ranks.median(function.regrets(tpe(), TRIALS, 1, SEARCHES));

    assertThat(lines).hasSize(2);
    for (String line : lines) {
      double[] best = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
      assertThat(ours).isLessThanOrEqualTo(Ranks.median(best) - function.least());
    }
  }

  private static List<String> optuna(String function, Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("optuna_benchmarks.py");
    try (InputStream source = BesideOptunaTest.class.getResourceAsStream("optuna_benchmarks.py")) {
      Files.copy(source, script);
    }
    return run(python(folder), folder, script.toString(), function, "" + TRIALS, "" + SEARCHES);
  }

  private static String python(Path folder) throws IOException, InterruptedException {
    for (String python : PYTHONS) {
      if (Files.isExecutable(Path.of(python)) || !python.startsWith("/")) {
        if (!run(python, folder, "-c", "import optuna; print(optuna.__version__)").isEmpty()) {
          return python;
        }
      }
    }
    assumeTrue(false, "no Python here has Optuna");
    return "";
  }

  private static List<String> run(String python, Path folder, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    List<String> command = Stream.concat(Stream.of(python), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      return List.of();
    }
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }
}
