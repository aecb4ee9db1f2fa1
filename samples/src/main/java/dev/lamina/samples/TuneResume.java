package dev.lamina.samples;

import static dev.lamina.search.storage.Storages.inMemory;
import static dev.lamina.search.storage.Storages.journal;

import dev.lamina.search.SearchListener;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.listener.SearchProgress;
import dev.lamina.training.Cancellation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Interrupts a search after half of its trials, and goes on with it as if nothing had been. */
final class TuneResume implements Sample {

  private final int trials;

  /** A search of so many trials. */
  TuneResume(int trials) {
    this.trials = trials;
  }

  @Override
  public void run(PrintStream out) {
    Path file = newFile();
    Cancellation cancellation = Cancellation.create();
    Tuner half = Tune.tuner(journal(file)).stopOn(cancellation).listener(cancelling(cancellation));
    SearchResult before =
        searched("A search that is cancelled after " + trials / 2 + " trials:", half, out);
    SearchResult after =
        searched("It goes on, in this process or in another:", Tune.tuner(journal(file)), out);
    SearchResult straight =
        searched("The same search, never interrupted:", Tune.tuner(inMemory()), out);
    after.trials().forEach(out::println);
    out.printf(
        "%n%d trials were done before: %s%n",
        before.trials().stream().filter(trial -> trial.state().isDone()).count(),
        after.fingerprint().equals(straight.fingerprint())
            ? "the same trials, bit for bit"
            : "DIFFERENT trials");
    out.println("fingerprint of all trials: " + after.fingerprint());
  }

  private SearchResult searched(String title, Tuner tuner, PrintStream out) {
    out.println(title);
    SearchResult found =
        tuner.listener(SearchProgress.on(out)).run(DigitsSearch.plan(trials), DigitsSearch.data());
    out.println();
    return found;
  }

  private SearchListener cancelling(Cancellation cancellation) {
    return new SearchListener() {
      private int ended;

      @Override
      public void trialEnded(Trial trial) {
        ended++;
        if (ended == trials / 2) {
          cancellation.cancel();
        }
      }
    };
  }

  /** A study that is there already would be over at once. */
  private static Path newFile() {
    Path file = Tune.file("tune-resume.log");
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return file;
  }
}
