package dev.lamina.dsl.metric;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A metric measured on one part of the data, once an epoch: what is watched while training.
 *
 * @param part which data
 * @param metric what is measured
 */
public record Monitor(DataPart part, Metric metric) {

  /** Checks that both are there. */
  public Monitor {
    Requirement.of(part == null ? "monitor" : part.word(), metric)
        .present("part", part)
        .present("metric", metric);
  }

  /** Its name in tables, such as {@code val_loss}. */
  public String name() {
    return part.prefix() + metric.name();
  }

  @Override
  public String toString() {
    return Code.call(part.word(), metric).toString();
  }
}
