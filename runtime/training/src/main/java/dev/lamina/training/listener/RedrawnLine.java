package dev.lamina.training.listener;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * A line of a terminal that is drawn over and over.
 *
 * <p>The cursor waits at the start of the line below, so that whatever else is printed, at whatever
 * time, starts on a line of its own.
 */
final class RedrawnLine implements LiveLine {

  private static final String CLEAR_LINE_ABOVE = "\u001b[1A\u001b[2K\r";

  private final PrintStream stream;
  private final ProgressBarConsumer consumer;
  private int drawn;

  RedrawnLine(PrintStream stream, IntSupplier columns) {
    this.stream = stream;
    this.consumer = consumer(stream, columns);
  }

  @Override
  public void redraw(String text) {
    // The consumer cuts what is too long, but clears nothing.
    consumer.accept(text + " ".repeat(Math.max(0, drawn - text.length())));
    stream.flush();
    drawn = text.length();
  }

  @Override
  public void finish(String text) {
    consumer.close();
    // Not cut: what is too long for one line of the terminal goes on in the next.
    stream.println((drawn > 0 ? CLEAR_LINE_ABOVE : "") + text);
    stream.flush();
  }

  @Override
  public void abandon() {
    consumer.close();
  }

  private static ProgressBarConsumer consumer(PrintStream stream, IntSupplier columns) {
    return new InteractiveConsoleProgressBarConsumer(stream) {
      @Override
      public int getMaxRenderedLength() {
        // A character in the last column makes some terminals start a new line.
        return Math.max(1, columns.getAsInt() - 1);
      }
    };
  }
}
