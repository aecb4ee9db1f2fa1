package dev.lamina.training.evaluation;

import dev.lamina.dsl.metric.Averaging;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Each class against all others: whether a sample is of it, and how sure its prediction is that it
 * is.
 *
 * @param positive whether a sample is of a class
 * @param scores {@code [samples][classes]}
 * @param from the first class that counts
 */
record OneVersusRest(Membership positive, double[][] scores, int from) {

  /** Whether sample {@code row} is of class {@code index}. */
  @FunctionalInterface
  interface Membership {
    boolean holds(int row, int index);
  }

  boolean[] actual(int index) {
    boolean[] found = new boolean[scores.length];
    for (int row = 0; row < found.length; row++) {
      found[row] = positive.holds(row, index);
    }
    return found;
  }

  double[] scores(int index) {
    return IntStream.range(0, scores.length).mapToDouble(row -> scores[row][index]).toArray();
  }

  Ranking ranking(int index) {
    return Ranking.of(actual(index), scores(index));
  }

  /** One figure of the rankings of all classes. */
  double average(Averaging averaging, ToDoubleFunction<Ranking> figure) {
    if (averaging == Averaging.MICRO) {
      return figure.applyAsDouble(together());
    }
    double sum = 0;
    double weights = 0;
    for (int index = from; index < classes(); index++) {
      Ranking ranking = ranking(index);
      double weight = averaging == Averaging.WEIGHTED ? ranking.positives() : 1;
      sum += weight * figure.applyAsDouble(ranking);
      weights += weight;
    }
    return sum / weights;
  }

  /** Every pair of a sample and a class as a sample of its own. */
  private Ranking together() {
    int width = classes() - from;
    boolean[] all = new boolean[scores.length * width];
    double[] sure = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      int index = from + i % width;
      all[i] = positive.holds(i / width, index);
      sure[i] = scores[i / width][index];
    }
    return Ranking.of(all, sure);
  }

  private int classes() {
    return scores[0].length;
  }
}
