package dev.lamina.training.model;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.util.List;

/** What predicts outputs from features, and classes where the outputs stand for some. */
public interface Classifier {

  /**
   * The outputs for one sample.
   *
   * @param features {@code [features]}
   * @return {@code [outputs]}
   * @throws InvalidDescriptionException if their number does not fit or one is not finite
   */
  double[] predict(double[] features);

  /**
   * The outputs for several samples; where the work is small, plain Java computes them.
   *
   * @param features {@code [samples][features]}
   * @return {@code [samples][outputs]}
   * @throws InvalidDescriptionException if their number does not fit or one is not finite
   */
  double[][] predict(double[][] features);

  /**
   * The class of one sample: see {@link #classify(double[][])}.
   *
   * @param features {@code [features]}
   */
  default Classification classify(double[] features) {
    return classify(new double[][] {features}).get(0);
  }

  /**
   * The classes of several samples, for networks that end in softmax or in one sigmoid; of several
   * models by the mean of their probabilities.
   *
   * @param features {@code [samples][features]}
   * @throws InvalidDescriptionException if a network does not classify, or the features do not fit
   */
  List<Classification> classify(double[][] features);
}
