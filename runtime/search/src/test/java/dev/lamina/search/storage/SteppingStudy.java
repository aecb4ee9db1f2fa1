package dev.lamina.search.storage;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.Study;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.pruner.Progress;
import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.space.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A study whose every choice depends on what earlier trials gave, and whose trials take some steps,
 * so that they may be interrupted between any two. The main method works on it in a process.
 */
final class SteppingStudy {

  private static final RealParam X = real("x", -5, 5);
  private static final IntParam WIDTH = integer("width", 1, 64).log();
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b", "c");

  private static final int STEPS = 5;

  private SteppingStudy() {}

  /** Where the arguments of a process say: a file of a journal, or an address of a database. */
  static Storage storage(String place) {
    return place.startsWith("jdbc:") ? Storages.database(place) : Storages.journal(Path.of(place));
  }

  /** Does all of its trials by so many threads, each step of which takes so long. */
  static List<Trial> run(Storage storage, int trials, int threads, Duration step)
      throws InterruptedException, ExecutionException {
    SearchPlan plan = search(X, WIDTH, KIND).trials(trials).seed(11).window(4);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    Tuner tuner = Tuner.using(new Climbing()).pruner(new Halving()).storage(storage);
    try (Study study = tuner.study(plan, Goal.MINIMIZE)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(workers.submit(() -> work(study, step)));
      }
      for (Future<Integer> each : running) {
        each.get();
      }
      return study.trials();
    } finally {
      workers.shutdownNow();
    }
  }

  /** All that must be the same of two runs. */
  static List<String> printed(List<Trial> trials) {
    return trials.stream()
        .map(
            trial ->
                String.join(
                    " ",
                    Integer.toString(trial.number()),
                    trial.state().name(),
                    trial.record().choices().toString(),
                    trial.values().toString(),
                    trial.reports().toString()))
        .toList();
  }

  /** A place, how many trials, how many threads, and how many milliseconds a step takes. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    List<Trial> done =
        run(
            storage(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Duration.ofMillis(Long.parseLong(arguments[3])));
    System.out.println(printed(done).stream().collect(Collectors.joining("\n")));
  }

  private static int work(Study study, Duration step) throws InterruptedException {
    int done = 0;
    for (Optional<ActiveTrial> next = study.ask(); next.isPresent(); next = study.ask()) {
      announce(done++);
      tryOut(next.get(), step);
    }
    return done;
  }

  /** A process that has begun to work says so. */
  private static void announce(int done) {
    if (done == 0) {
      System.out.println("working");
    }
  }

  private static void tryOut(ActiveTrial trial, Duration pause) {
    double loss = Math.abs(trial.get(X) - 2) + 1.0 / trial.get(WIDTH);
    double offset = trial.get(KIND).equals("b") ? 0 : 1;
    for (int step = 1; step <= STEPS; step++) {
      LockSupport.parkNanos(pause.toNanos());
      if (trial.report(step, loss + offset / step)) {
        trial.prune();
        return;
      }
    }
    trial.complete(loss + offset / STEPS);
  }

  /** Stays near the best that it knows of. */
  record Climbing() implements Sampler {

    @Override
    public Optional<double[]> propose(Ask ask) {
      double[] point = ask.space().random(ask.random());
      ask.trials(Observation.State.COMPLETE).stream()
          .min(Comparator.comparingDouble(Observation::loss))
          .ifPresent(best -> Arrays.setAll(point, each -> (point[each] + best.place(each)) / 2));
      return Optional.of(point);
    }
  }

  /** Ends what is worse than half of the others were at the same step. */
  record Halving() implements Pruner {

    @Override
    public boolean prunes(Progress progress) {
      double[] others =
          progress.peers().stream()
              .filter(peer -> peer.reports().containsKey(progress.step()))
              .mapToDouble(peer -> peer.reports().get(progress.step()))
              .sorted()
              .toArray();
      return others.length > 0 && progress.loss() > others[others.length / 2];
    }
  }
}
