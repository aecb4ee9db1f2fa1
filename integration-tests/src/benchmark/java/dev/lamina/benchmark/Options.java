package dev.lamina.benchmark;

import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Work;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/**
 * What is measured and for how long.
 *
 * @param output the folder that results go to
 * @param quick whether everything is measured for a short time only
 * @param works what is measured; everything by default
 * @param systems what is compared; every system by default
 * @param rounds how often; {@value #ROUNDS} by default, {@value #QUICK_ROUNDS} if quick
 */
record Options(Path output, boolean quick, List<Work> works, List<Contestant> systems, int rounds) {

  private static final int ROUNDS = 9;
  private static final int QUICK_ROUNDS = 5;

  /** Rounds of works that take long, if quick. */
  private static final int FEW_ROUNDS = 2;

  /** As the properties {@code benchmark.*} say; a property that is empty says nothing. */
  static Options of(Properties properties) {
    boolean quick = Boolean.parseBoolean(properties.getProperty("benchmark.quick", "false"));
    String rounds = properties.getProperty("benchmark.rounds", "");
    return new Options(
        Path.of(properties.getProperty("benchmark.output", "target")),
        quick,
        listed(properties.getProperty("benchmark.works", ""), Work::of, Work.values()),
        listed(
            properties.getProperty("benchmark.systems", ""), Contestant::of, Contestant.values()),
        rounds.isBlank() ? (quick ? QUICK_ROUNDS : ROUNDS) : number(rounds));
  }

  private static <T> List<T> listed(String text, Function<String, T> named, T[] all) {
    return text.isBlank()
        ? List.of(all)
        : Arrays.stream(text.split(",", -1)).map(String::strip).map(named).toList();
  }

  private static int number(String rounds) {
    if (!rounds.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "`rounds` must be a whole number from 1 to 9999 but is `%s`".formatted(rounds));
    }
    return Integer.parseInt(rounds);
  }

  /** How often this work is measured. */
  int rounds(Work work) {
    boolean takesLong =
        switch (work.kind()) {
          case STEP -> work == Work.STEP_D;
          case ROW, ROWS, COMPILE -> false;
          case FIT, SEARCH, STARTUP, MEMORY -> true;
        };
    boolean fewDo = quick && takesLong && rounds <= QUICK_ROUNDS; // unless more are asked for
    return fewDo ? Math.min(rounds, FEW_ROUNDS) : rounds;
  }

  /** Whether what is measured first does not count; if quick, the median of few must do. */
  boolean warmsUp(Kind kind) {
    return !quick || kind == Kind.STEP || kind == Kind.ROW || kind == Kind.ROWS;
  }

  /**
   * For how long each setting warms up before the first round: tens of thousands of small steps.
   */
  double warmUpSeconds(Kind kind) {
    return switch (kind) {
      case STEP -> quick ? 0.6 : 10;
      case ROW, ROWS -> quick ? 0.4 : 4;
      case FIT, COMPILE, SEARCH, STARTUP, MEMORY -> 0;
    };
  }

  /** For how long each round measures. */
  double roundSeconds(Kind kind) {
    return switch (kind) {
      case STEP -> quick ? 0.2 : 1.5;
      case ROW, ROWS -> quick ? 0.06 : 0.5;
      case FIT, COMPILE, SEARCH, STARTUP, MEMORY -> 0;
    };
  }
}
