package dev.lamina.training.loop;

/** Whether it pays to gather a batch on another thread while the step before it computes. */
interface Overlap {

  /** Whether the next batch is better gathered ahead. */
  boolean pays();

  /** After a batch, with how long gathering it took, and the step before it, in nanoseconds. */
  void after(long gathering, long computing);
}
