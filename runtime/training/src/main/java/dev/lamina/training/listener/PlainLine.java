package dev.lamina.training.listener;

import java.io.PrintStream;

/** A line in a file or a pipe, which is printed once. */
final class PlainLine implements LiveLine {

  private final PrintStream stream;

  PlainLine(PrintStream stream) {
    this.stream = stream;
  }

  @Override
  public void redraw(String text) {}

  @Override
  public void finish(String text) {
    stream.println(text);
    stream.flush();
  }

  @Override
  public void abandon() {}
}
