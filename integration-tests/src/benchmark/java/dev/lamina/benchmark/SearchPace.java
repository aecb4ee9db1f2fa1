package dev.lamina.benchmark;

import dev.lamina.benchmark.child.SearchRounds;
import dev.lamina.benchmark.report.Result;
import dev.lamina.benchmark.work.Work;
import java.util.List;
import java.util.stream.Stream;

/**
 * What only Lamina does: a search for hyperparameters, one trial at a time and two, in turn. Two
 * processes that do one trial at a time each tell how much of the gain the machine has to give.
 */
final class SearchPace {

  /** So many that the end, where one worker has nothing left to do, does not count for much. */
  private static final int TRIALS = 60;

  private static final int FEW_TRIALS = 24;

  /** For a minute Java's compiler needs a good part of the second core. */
  private static final int WARM_UP = 4;

  private SearchPace() {}

  /** All three in turn, after rounds that do not count, in which Java compiles. */
  static List<Result> measure(Options options) {
    int rounds = options.rounds(Work.SEARCH);
    int trials = options.quick() ? FEW_TRIALS : TRIALS;
    double[] alone = new double[rounds];
    double[] together = new double[rounds];
    double[] apart = new double[rounds];
    try (ChildProcess one = start("search", options);
        ChildProcess other = start("search beside", options)) {
      ChildProcess[] both = {one, other};
      for (int round = -WARM_UP; round < rounds; round++) {
        ChildProcess[] measured = round < 0 ? both : new ChildProcess[] {one};
        double byOne = ask(trials, 1, measured);
        double byTwo = ask(trials, 2, measured);
        double byBoth = ask(trials, 1, both);
        if (round >= 0) {
          alone[round] = byOne;
          together[round] = byTwo;
          apart[round] = byBoth;
        }
      }
    }
    return List.of(
        result(Result.ALONE, alone),
        result(Result.TOGETHER, together),
        result(Result.APART, apart));
  }

  private static ChildProcess start(String name, Options options) {
    Setting setting = Setting.untouched().named(name);
    return ChildProcess.start(SearchRounds.class, Contestant.LAMINA, setting, options);
  }

  /**
   * Trials in a second of all these processes at once, until the last of them is done: a search of
   * two workers is not over before, either.
   */
  private static double ask(int trials, int parallel, ChildProcess... processes) {
    Stream.of(processes).forEach(process -> process.tell(trials + " " + parallel));
    double slowest =
        Stream.of(processes)
            .mapToDouble(process -> Double.parseDouble(process.line()))
            .min()
            .orElseThrow();
    return processes.length * slowest;
  }

  private static Result result(String setting, double[] rounds) {
    return Result.of(Work.SEARCH, Contestant.LAMINA.id(), setting, rounds);
  }
}
