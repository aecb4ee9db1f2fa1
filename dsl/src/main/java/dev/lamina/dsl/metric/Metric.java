package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.OutputReader;

/** A number that says how well a network does on some data. */
public sealed interface Metric extends OutputReader
    permits LossValue,
        Accuracy,
        MeanAbsoluteError,
        PrecisionScore,
        RecallScore,
        F1Score,
        TopKAccuracy,
        AreaUnderCurve,
        RootMeanSquaredError,
        RSquared {

  /** Its name in tables, such as {@code mean_absolute_error}. */
  String name();

  /** Whether less or more of it is better. */
  Goal goal();

  /** Calls the method for this metric. */
  <R> R accept(Cases<R> cases);

  /** Handles each metric. */
  interface Cases<R> {

    /** What training minimizes. */
    R lossValue(LossValue metric);

    /** The share of right classes. */
    R accuracy(Accuracy metric);

    /** Mean of |p - y|. */
    R meanAbsoluteError(MeanAbsoluteError metric);

    /** The share of what is predicted that is right. */
    R precisionScore(PrecisionScore metric);

    /** The share of what is right that is predicted. */
    R recallScore(RecallScore metric);

    /** The harmonic mean of both. */
    R f1Score(F1Score metric);

    /** The share of classes among the most probable. */
    R topKAccuracy(TopKAccuracy metric);

    /** Area under the ROC curve. */
    R areaUnderCurve(AreaUnderCurve metric);

    /** Root of the mean of (p - y)^2. */
    R rootMeanSquaredError(RootMeanSquaredError metric);

    /** How much better than the mean. */
    R rSquared(RSquared metric);
  }
}
