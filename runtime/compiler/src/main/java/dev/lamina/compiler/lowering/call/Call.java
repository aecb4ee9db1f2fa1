package dev.lamina.compiler.lowering.call;

/** A piece of work whose arguments are laid out, and that is run again and again. */
@FunctionalInterface
public interface Call {

  /** Does it once. */
  void run();
}
