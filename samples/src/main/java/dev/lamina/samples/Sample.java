package dev.lamina.samples;

import java.io.PrintStream;

/** A program that shows one idea. */
interface Sample {

  /** Runs it, with what it has to say going to {@code out}. */
  void run(PrintStream out);
}
