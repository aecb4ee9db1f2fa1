package dev.lamina.dsl;

import dev.lamina.dsl.metric.Accuracy;
import dev.lamina.dsl.metric.AreaUnderCurve;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.F1Score;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.MeanAbsoluteError;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.metric.PrecisionScore;
import dev.lamina.dsl.metric.RSquared;
import dev.lamina.dsl.metric.RecallScore;
import dev.lamina.dsl.metric.RootMeanSquaredError;
import dev.lamina.dsl.metric.TopKAccuracy;

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

  /** The share of what is predicted as a class that is of it, as the mean over classes. */
  public static PrecisionScore precision() {
    return new PrecisionScore();
  }

  /** The share of what is of a class that is predicted so, as the mean over classes. */
  public static RecallScore recall() {
    return new RecallScore();
  }

  /** The harmonic mean of precision and recall, as the mean over classes. */
  public static F1Score f1() {
    return new F1Score();
  }

  /** The share of samples whose class is among the {@code k} most probable ones. */
  public static TopKAccuracy topKAccuracy(int k) {
    return new TopKAccuracy(k);
  }

  /** Area under the ROC curve, exact, at the end of an epoch. */
  public static AreaUnderCurve auc() {
    return new AreaUnderCurve();
  }

  /** Root of the mean of (p - y)^2. */
  public static RootMeanSquaredError rootMeanSquaredError() {
    return new RootMeanSquaredError();
  }

  /** R2: 1 is perfect, and 0 as good as the mean of the targets. */
  public static RSquared rSquared() {
    return new RSquared();
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
