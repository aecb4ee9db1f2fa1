package dev.lamina.training.metric;

import dev.lamina.dsl.metric.Accuracy;
import dev.lamina.dsl.metric.AreaUnderCurve;
import dev.lamina.dsl.metric.F1Score;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.MeanAbsoluteError;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.PrecisionScore;
import dev.lamina.dsl.metric.RSquared;
import dev.lamina.dsl.metric.RecallScore;
import dev.lamina.dsl.metric.RootMeanSquaredError;
import dev.lamina.dsl.metric.TopKAccuracy;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import dev.lamina.training.evaluation.ClassCounts;

/**
 * How each metric is measured.
 *
 * @param answers how outputs and targets are read
 */
record Measures(Answers answers) implements Metric.Cases<Meter> {

  @Override
  public Meter lossValue(LossValue metric) {
    return new MeanMeter((batch, step) -> step.loss());
  }

  @Override
  public Meter accuracy(Accuracy metric) {
    return new MeanMeter(
        answers.exclude() ? this::shareOfRightClasses : Measures::shareOfRightOutputs);
  }

  @Override
  public Meter meanAbsoluteError(MeanAbsoluteError metric) {
    return new MeanMeter(this::meanDistance);
  }

  @Override
  public Meter precisionScore(PrecisionScore metric) {
    return new CountMeter(answers, metric.averaging(), ClassCounts::precision);
  }

  @Override
  public Meter recallScore(RecallScore metric) {
    return new CountMeter(answers, metric.averaging(), ClassCounts::recall);
  }

  @Override
  public Meter f1Score(F1Score metric) {
    return new CountMeter(answers, metric.averaging(), ClassCounts::f1);
  }

  @Override
  public Meter topKAccuracy(TopKAccuracy metric) {
    return new MeanMeter((batch, step) -> shareAmongTop(metric.k(), batch, step));
  }

  @Override
  public Meter areaUnderCurve(AreaUnderCurve metric) {
    return new AreaMeter(answers);
  }

  @Override
  public Meter rootMeanSquaredError(RootMeanSquaredError metric) {
    return new SquaresMeter(answers, Squares::rootOfMean);
  }

  @Override
  public Meter rSquared(RSquared metric) {
    return new SquaresMeter(answers, Squares::explained);
  }

  private double shareOfRightClasses(Batch batch, Step step) {
    int width = step.outputs().length / batch.rows();
    int right = 0;
    for (int row = 0; row < batch.rows(); row++) {
      if (Answers.predicted(step.outputs(), row, width) == answers.actual(batch, row)) {
        right++;
      }
    }
    return (double) right / batch.rows();
  }

  private static double shareOfRightOutputs(Batch batch, Step step) {
    double[] outputs = step.outputs();
    int right = 0;
    for (int i = 0; i < outputs.length; i++) {
      if (Answers.isClass(outputs[i]) == Answers.isClass(batch.targets()[i])) {
        right++;
      }
    }
    return (double) right / outputs.length;
  }

  private double shareAmongTop(int k, Batch batch, Step step) {
    double[] outputs = step.outputs();
    int width = outputs.length / batch.rows();
    int right = 0;
    for (int row = 0; row < batch.rows(); row++) {
      if (place(outputs, row * width, width, answers.actual(batch, row)) < k) {
        right++;
      }
    }
    return (double) right / batch.rows();
  }

  /** How many classes are more probable than this one, or as probable and before it. */
  private static int place(double[] outputs, int from, int width, int index) {
    double own = outputs[from + index];
    int better = 0;
    for (int i = 0; i < width; i++) {
      double other = outputs[from + i];
      if (other > own || (other == own && i < index)) {
        better++;
      }
    }
    return better;
  }

  /** The mean over outputs of |p - y|. */
  private double meanDistance(Batch batch, Step step) {
    double[] outputs = step.outputs();
    int width = outputs.length / batch.rows();
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += Math.abs(outputs[i] - answers.target(batch, i / width, i % width, width));
    }
    return sum / outputs.length;
  }
}
