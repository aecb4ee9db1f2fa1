package dev.lamina.search.storage;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static dev.lamina.search.sampler.Samplers.cmaEs;
import static dev.lamina.search.sampler.Samplers.tpe;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Tuner;
import dev.lamina.search.pruner.Progress;
import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.space.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A study whose every choice depends on what earlier trials gave, and whose trials take some steps,
 * so that they may be interrupted between any two. The main method works on it in a process.
 */
final class SteppingStudy {

  private static final RealParam X = real("x", -5, 5);
  private static final IntParam WIDTH = integer("width", 1, 64).log();
  private static final ChoiceParam<String> SORT = choice("sort", "a", "b", "c");

  private static final int STEPS = 5;

  private SteppingStudy() {}

  /** Where the arguments of a process say: a file of a journal, or an address of a database. */
  static Storage storage(String place) {
    return place.startsWith("jdbc:") ? Storages.database(place) : Storages.journal(Path.of(place));
  }

  /** Does all of its trials by so many workers, each step of which takes so long. */
  static SearchResult run(Storage storage, Kind kind, int trials, int workers, Duration step) {
    SearchPlan plan = search(X, WIDTH, SORT).trials(trials).seed(11).window(4);
    AtomicBoolean begun = new AtomicBoolean();
    return Tuner.using(kind.sampler())
        .pruner(kind.pruner())
        .storage(storage)
        .parallel(workers)
        .minimize(
            plan,
            trial -> {
              announce(begun);
              return loss(trial, step);
            });
  }

  /** All that must be the same of two runs, first in words to tell what differs. */
  static List<String> printed(SearchResult result) {
    Stream<String> trials =
        result.trials().stream()
            .map(
                trial ->
                    String.join(
                        " ",
                        Integer.toString(trial.number()),
                        trial.state().name(),
                        trial.record().choices().toString(),
                        trial.values().toString(),
                        trial.reports().toString()));
    return Stream.concat(trials, Stream.of(result.fingerprint())).toList();
  }

  /** A place, a kind, how many trials and workers, and how many milliseconds a step takes. */
  public static void main(String[] arguments) {
    SearchResult done =
        run(
            storage(arguments[0]),
            Kind.valueOf(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Duration.ofMillis(Long.parseLong(arguments[4])));
    System.out.println(String.join("\n", printed(done)));
  }

  /** A process that has begun to work says so. */
  private static void announce(AtomicBoolean begun) {
    if (!begun.getAndSet(true)) {
      System.out.println("working");
    }
  }

  private static double loss(ActiveTrial trial, Duration pause) {
    double loss = Math.abs(trial.get(X) - 2) + 1.0 / trial.get(WIDTH);
    double offset = trial.get(SORT).equals("b") ? 0 : 1;
    boolean isOver = false;
    for (int step = 1; step <= STEPS && !isOver; step++) {
      LockSupport.parkNanos(pause.toNanos());
      isOver = trial.report(step, loss + offset / step);
    }
    return loss + offset / STEPS;
  }

  /** What chooses, and what ends trials early. */
  enum Kind {
    CLIMBING,
    ESTIMATOR,
    EVOLUTION;

    private Sampler sampler() {
      return switch (this) {
        case CLIMBING -> new Climbing();
        case ESTIMATOR -> tpe();
        case EVOLUTION -> cmaEs();
      };
    }

    private Pruner pruner() {
      return switch (this) {
        case CLIMBING -> new Halving();
        case ESTIMATOR -> successiveHalving().reductionFactor(2);
        case EVOLUTION -> medianPruner();
      };
    }
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
