package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Where progress is shown: a terminal, whose lines are redrawn, or a stream that gets whole lines.
 */
public final class Display {

  private final PrintStream stream;
  private final Optional<IntSupplier> columns;
  private final Glyphs glyphs;

  /**
   * @param columns how wide the terminal is, where the stream is one
   */
  Display(PrintStream stream, Charset charset, Optional<IntSupplier> columns) {
    this.stream = stream;
    this.columns = columns;
    this.glyphs = Glyphs.of(charset);
  }

  /**
   * {@code System.out} or {@code System.err}, which are redrawn where they are a terminal that
   * understands escape codes, or any other stream, which is not.
   *
   * @param owner who shows progress, for messages
   */
  public static Display on(String owner, PrintStream stream) {
    requirement(owner, "on(stream)").present("stream", stream);
    Optional<IntSupplier> columns =
        StandardStream.isTerminal(stream)
            ? Optional.of(new TerminalWidth(TerminalWidth::size, System::nanoTime))
            : Optional.empty();
    return new Display(stream, StandardStream.charset(stream), columns);
  }

  /** A terminal of this width that understands the escape codes of ANSI. */
  public static Display onTerminal(String owner, PrintStream stream, Charset charset, int columns) {
    requirement(owner, "onTerminal(stream, " + charset + ", " + columns + ")")
        .present("stream", stream)
        .present("charset", charset)
        .atLeast(1, "columns", columns, "pass the width of the terminal, such as 80");
    return new Display(stream, charset, Optional.of(() -> columns));
  }

  /** A stream of which nothing is redrawn. */
  public static Display inLines(String owner, PrintStream stream, Charset charset) {
    requirement(owner, "inLines(stream, " + charset + ")")
        .present("stream", stream)
        .present("charset", charset);
    return new Display(stream, charset, Optional.empty());
  }

  /** Whether lines change after they were printed. */
  public boolean isRedrawn() {
    return columns.isPresent();
  }

  /** A line of its own. */
  public void print(String text) {
    stream.println(text);
    stream.flush();
  }

  /** A line that changes while it is the last one; without a terminal only its end is printed. */
  public LiveLine line() {
    return columns
        .<LiveLine>map(width -> new RedrawnLine(stream, width))
        .orElseGet(() -> new PlainLine(stream));
  }

  /** A bar of so many characters. */
  public String bar(int done, int all, int width) {
    return glyphs.bar((int) ((long) width * done / Math.max(1, all)), width);
  }

  Glyphs glyphs() {
    return glyphs;
  }

  private static Requirement requirement(String owner, String call) {
    return new Requirement(new Code(owner + "." + call));
  }
}
