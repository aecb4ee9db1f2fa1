package dev.lamina.samples;

import static dev.lamina.search.storage.Storages.inMemory;
import static dev.lamina.search.storage.Storages.journal;

import dev.lamina.search.SearchListener;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.listener.SearchProgress;
import dev.lamina.training.Cancellation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    out.println("A search that is cancelled after " + trials / 2 + " trials:");
    Cancellation cancellation = Cancellation.create();
    SearchResult half =
        Tune.tuner(journal(file))
            .stopOn(cancellation)
            .listener(cancelling(cancellation))
            .listener(SearchProgress.on(out))
            .run(DigitsSearch.plan(trials), DigitsSearch.data());
    out.println();
    out.println("It goes on, in this process or in another one:");
    SearchResult whole =
        Tune.tuner(journal(file))
            .listener(SearchProgress.on(out))
            .run(DigitsSearch.plan(trials), DigitsSearch.data());
    out.println();
    out.println("The same search, never interrupted:");
    SearchResult straight =
        Tune.tuner(inMemory())
            .listener(SearchProgress.on(out))
            .run(DigitsSearch.plan(trials), DigitsSearch.data());
    out.println();
    whole.trials().forEach(out::println);
    out.printf(
        "%n%d trials were done before: %s%n",
        half.trials().stream().filter(trial -> trial.state().isDone()).count(),
        listed(whole).equals(listed(straight))
            ? "the same trials, bit for bit"
            : "DIFFERENT trials");
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

  /** What was tried, all that was reported, and the values. */
  private static List<String> listed(SearchResult result) {
    return result.trials().stream().map(trial -> trial + " " + trial.reports()).toList();
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
