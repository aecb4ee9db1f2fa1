package dev.lamina.benchmark.report;

import dev.lamina.benchmark.work.Unit;
import dev.lamina.benchmark.work.Work;
import java.util.Arrays;

/**
 * What one system took for one work.
 *
 * @param system its name
 * @param setting with which threads, or nothing to say
 * @param spread in the unit of the work
 */
public record Result(Work work, String system, String setting, Spread spread) {

  /** The setting of a search that does one trial at a time. */
  public static final String ALONE = "parallel(1)";

  /** The setting of a search that does two trials at a time. */
  public static final String TOGETHER = "parallel(2)";

  /** The setting of two searches at once that do one trial at a time each. */
  public static final String APART = "parallel(1) in each of 2 processes";

  /** From seconds, bytes, or trials in a second, of each round. */
  public static Result of(Work work, String system, String setting, double... rounds) {
    Unit unit = work.kind().unit();
    return new Result(
        work, system, setting, Spread.of(Arrays.stream(rounds).map(unit::of).toArray()));
  }
}
