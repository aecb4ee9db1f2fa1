package dev.lamina.training.listener;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How many characters fit in a line of the terminal that the program runs in.
 *
 * <p>It is measured once a second at most, since that starts a process.
 */
final class TerminalWidth implements IntSupplier {

  private static final int DEFAULT = 80;
  private static final long MEASURE_NANOSECONDS = 1_000_000_000;

  private final Supplier<String> size;
  private final LongSupplier clock;
  private int columns = DEFAULT;
  private long nextMeasure;

  /**
   * @param size gives the rows and columns, such as {@code 24 80}, or no such text
   * @param clock nanoseconds
   */
  TerminalWidth(Supplier<String> size, LongSupplier clock) {
    this.size = size;
    this.clock = clock;
    this.nextMeasure = clock.getAsLong();
  }

  @Override
  public int getAsInt() {
    long now = clock.getAsLong();
    if (now - nextMeasure >= 0) {
      columns = columns(size.get());
      nextMeasure = now + MEASURE_NANOSECONDS;
    }
    return columns;
  }

  /** What the {@code stty} of POSIX says of the program's terminal, or nothing. */
  static String size() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(Redirect.DISCARD)
              .start();
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException noTerminalOrNoSuchCommand) {
      return "";
    }
  }

  private static int columns(String size) {
    // Terminals that do not know their size say 0 0.
    return size.strip().matches("[0-9]{1,6} [1-9][0-9]{0,5}")
        ? Integer.parseInt(size.strip().split(" ", -1)[1])
        : DEFAULT;
  }
}
