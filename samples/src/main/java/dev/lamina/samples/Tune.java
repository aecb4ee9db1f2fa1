package dev.lamina.samples;

import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static dev.lamina.search.sampler.Samplers.tpe;
import static dev.lamina.search.storage.Storages.journal;

import dev.lamina.search.SearchResult;
import dev.lamina.search.Tuner;
import dev.lamina.search.listener.SearchProgress;
import dev.lamina.search.storage.Storage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Searches for a good network for handwritten digits, two trials side by side, of which those that
 * fall behind are ended early.
 *
 * <p>{@code -Dtrials=6} sets how many trials there are, 60 without it, and {@code -Dstudy=FILE} the
 * journal in which the study is kept: with a file that is there the search goes on.
 */
final class Tune implements Sample {

  private static final int WORKERS = 2;

  private final int trials;
  private final Path study;

  Tune(int trials, Path study) {
    this.trials = trials;
    this.study = study;
  }

  static Tuner tuner(Storage storage) {
    return Tuner.using(tpe())
        .pruner(successiveHalving().minResource(2).reductionFactor(3))
        .parallel(WORKERS)
        .storage(storage)
        .named("digits");
  }

  /** A file among those that samples write. */
  static Path file(String name) {
    return Path.of(System.getProperty("samples.output", "."), name);
  }

  @Override
  public void run(PrintStream out) {
    SearchResult found =
        tuner(journal(study))
            .keepBest(file("tune.lamina"))
            .listener(SearchProgress.on(out))
            .run(DigitsSearch.plan(trials), DigitsSearch.data());
    out.println();
    out.println("best: " + found.best());
    out.println("as code: " + found.experiment(found.best()));
    out.printf(
        Locale.ROOT,
        "validation accuracy %.4f, test accuracy %.4f%n",
        found.best().value().orElseThrow(),
        DigitsSearch.testAccuracy(file("tune.lamina")));
    found.saveCsv(file("tune.csv"));
    found.report(file("tune.html"));
    out.printf(
        "report: %s, all trials: %s, study: %s%n",
        shown(file("tune.html")), shown(file("tune.csv")), shown(study));
    out.println("fingerprint of all trials: " + found.fingerprint());
  }

  private static Path shown(Path file) {
    return Path.of("").toAbsolutePath().relativize(file.toAbsolutePath());
  }
}
