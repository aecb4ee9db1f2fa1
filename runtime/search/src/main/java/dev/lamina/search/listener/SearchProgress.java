package dev.lamina.search.listener;

import dev.lamina.search.SearchListener;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.training.listener.Display;
import dev.lamina.training.listener.LiveLine;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Shows how a search proceeds: how many trials are done of those there may be, about how long the
 * others will take, the best value so far and the trial that has it, and how many trials run, were
 * pruned, or failed.
 *
 * <pre>{@code
 * 12/60 ━━━━──────────────── 1:20 left - best 0.9821 (trial 7) - 2 running - 4 pruned
 * }</pre>
 *
 * <p>On a terminal this is one line, redrawn at most ten times a second; where the terminal is too
 * narrow, its end is cut off. Anywhere else, such as in a file or a pipe, there is a line for each
 * trial that ended, with its value. A last line says why the search ended.
 *
 * <p>The time left is that of a mean trial of this run times the number of those to come, and never
 * more than the limit of the search leaves. A search of {@code Integer.MAX_VALUE} trials, which
 * only a limit of time or epochs ends, shows the time that went by instead. With several objectives
 * there is a best value of each.
 */
public final class SearchProgress implements SearchListener {

  private static final String NAME = "SearchProgress";
  private static final long REDRAW_NANOSECONDS = 100_000_000;

  private final Display display;
  private final LongSupplier clock;
  private Optional<Standing> standing = Optional.empty();
  private Optional<LiveLine> line = Optional.empty();
  private long nextRedraw;

  /**
   * @param clock nanoseconds
   */
  SearchProgress(Display display, LongSupplier clock) {
    this.display = display;
    this.clock = clock;
  }

  /**
   * Progress on {@code System.out} or {@code System.err}, which are redrawn where they are a
   * terminal that understands escape codes, or on any other stream, which is not.
   *
   * <p>Windows does not tell what is a terminal: use {@link #onTerminal} there.
   */
  public static SearchProgress on(PrintStream stream) {
    return new SearchProgress(Display.on(NAME, stream), System::nanoTime);
  }

  /**
   * Progress on a terminal that understands the escape codes of ANSI.
   *
   * @param charset the charset of the stream
   * @param columns how many characters fit in a line of the terminal, 80 for example
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException where {@code columns} is not
   *     positive
   */
  public static SearchProgress onTerminal(PrintStream stream, Charset charset, int columns) {
    return new SearchProgress(Display.onTerminal(NAME, stream, charset, columns), System::nanoTime);
  }

  /**
   * Progress in lines that stay, as for a log file.
   *
   * @param charset the charset of the stream
   */
  public static SearchProgress inLines(PrintStream stream, Charset charset) {
    return new SearchProgress(Display.inLines(NAME, stream, charset), System::nanoTime);
  }

  @Override
  public void searchStarted(Start start) {
    standing = Optional.of(new Standing(start, clock.getAsLong()));
    line = display.isRedrawn() ? Optional.of(display.line()) : Optional.empty();
    nextRedraw = clock.getAsLong();
    redraw();
  }

  @Override
  public void trialStarted(Trial trial) {
    standing.ifPresent(Standing::started);
    redraw();
  }

  @Override
  public void trialReported(Trial trial) {
    redraw();
  }

  @Override
  public void trialEnded(Trial trial) {
    standing.ifPresent(now -> now.ended(trial));
    if (line.isEmpty()) {
      standing.ifPresent(
          now -> display.print(now.text(clock.getAsLong()) + " - " + Standing.text(trial)));
    } else {
      redraw();
    }
  }

  @Override
  public void searchEnded(SearchResult result) {
    String last = standing.orElseThrow().over(clock.getAsLong(), result.stopCause());
    line.ifPresentOrElse(shown -> shown.finish(last), () -> display.print(last));
    line = Optional.empty();
    standing = Optional.empty();
  }

  private void redraw() {
    long now = clock.getAsLong();
    if (line.isPresent() && now - nextRedraw >= 0) {
      standing.ifPresent(known -> line.get().redraw(known.drawn(now, display)));
      nextRedraw = now + REDRAW_NANOSECONDS;
    }
  }
}
