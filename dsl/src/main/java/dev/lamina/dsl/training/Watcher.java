package dev.lamina.dsl.training;

import dev.lamina.dsl.metric.Monitor;

/** What watches a monitor while a network is trained, and acts on it after an epoch. */
public sealed interface Watcher permits EarlyStopping, ReduceOnPlateau {

  /** What is watched. */
  Monitor monitor();
}
