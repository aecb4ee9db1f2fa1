package dev.lamina.benchmark;

import dev.lamina.benchmark.child.SearchRounds;
import dev.lamina.benchmark.report.Result;
import dev.lamina.benchmark.work.Work;
import java.util.List;

/** What only Lamina does: a search for hyperparameters, one trial at a time and two, in turn. */
final class SearchPace {

  /** So many that the end, where one worker has nothing left to do, does not count for much. */
  private static final int TRIALS = 60;

  private static final int FEW_TRIALS = 24;

  /** For a minute Java's compiler needs a good part of the second core. */
  private static final int WARM_UP = 4;

  private SearchPace() {}

  /** One at a time, then two; the first rounds, in which Java compiles, do not count. */
  static List<Result> measure(Options options) {
    int rounds = options.rounds(Work.SEARCH);
    int trials = options.quick() ? FEW_TRIALS : TRIALS;
    double[] alone = new double[rounds];
    double[] together = new double[rounds];
    try (ChildProcess process =
        ChildProcess.start(SearchRounds.class, Contestant.LAMINA, Setting.untouched(), options)) {
      for (int round = -WARM_UP; round < rounds; round++) {
        double one = ask(process, trials, 1);
        double two = ask(process, trials, 2);
        if (round >= 0) {
          alone[round] = one;
          together[round] = two;
        }
      }
    }
    return List.of(result(Result.ALONE, alone), result(Result.TOGETHER, together));
  }

  private static double ask(ChildProcess process, int trials, int parallel) {
    process.tell(trials + " " + parallel);
    return Double.parseDouble(process.line());
  }

  private static Result result(String setting, double[] rounds) {
    return Result.of(Work.SEARCH, Contestant.LAMINA.id(), setting, rounds);
  }
}
