package dev.lamina.samples;

import static dev.lamina.search.pruner.Pruners.neverPrune;
import static dev.lamina.search.sampler.Samplers.randomSearch;

import dev.lamina.search.SearchResult;
import dev.lamina.search.Tuner;
import dev.lamina.search.listener.SearchProgress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Searches for a good network for handwritten digits, with two trials side by side.
 *
 * <p>{@code -Dtrials=6} sets how many trials there are, 60 without it.
 */
final class Tune implements Sample {

  private static final int WORKERS = 2;

  private final int trials;

  Tune(int trials) {
    this.trials = trials;
  }

  @Override
  public void run(PrintStream out) {
    SearchResult found =
        Tuner.using(randomSearch())
            .pruner(neverPrune())
            .parallel(WORKERS)
            .listener(SearchProgress.on(out))
            .run(DigitsSearch.plan(trials), DigitsSearch.data());
    out.println();
    out.println("best: " + found.best());
    out.println("as code: " + found.experiment(found.best()));
    out.printf(
        Locale.ROOT,
        "validation accuracy %.4f, test accuracy %.4f%n",
        found.best().value().orElseThrow(),
        DigitsSearch.testAccuracy(found));
    found.saveCsv(file("tune.csv"));
    found.report(file("tune.html"));
    out.println("all trials: " + shown(file("tune.csv")) + ", report: " + shown(file("tune.html")));
  }

  private static Path file(String name) {
    return Path.of(System.getProperty("samples.output", "."), name);
  }

  private static Path shown(Path file) {
    return Path.of("").toAbsolutePath().relativize(file.toAbsolutePath());
  }
}
