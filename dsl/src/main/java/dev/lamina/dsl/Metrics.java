package dev.lamina.dsl;

import dev.lamina.dsl.metric.Accuracy;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.MeanAbsoluteError;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;

/** What is measured, and on which data. */
public final class Metrics {

  private Metrics() {}

  /** What training minimizes, penalties included. */
  public static LossValue loss() {
    return new LossValue();
  }

  /** The share of right classes. */
  public static Accuracy accuracy() {
    return new Accuracy();
  }

  /** Mean of |p - y|. */
  public static MeanAbsoluteError meanAbsoluteError() {
    return new MeanAbsoluteError();
  }

  /** The metric on the samples that the network learns from, {@code loss} in tables. */
  public static Monitor training(Metric metric) {
    return new Monitor(DataPart.TRAINING, metric);
  }

  /** The metric on the samples kept apart, {@code val_loss} in tables. */
  public static Monitor validation(Metric metric) {
    return new Monitor(DataPart.VALIDATION, metric);
  }
}
