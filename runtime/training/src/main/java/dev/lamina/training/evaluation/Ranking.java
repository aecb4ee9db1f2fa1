package dev.lamina.training.evaluation;

import java.util.Arrays;

/**
 * Samples by falling score, those with the same score as one group.
 *
 * <p>For each group: its score, and how many positive and how many negative samples have at least
 * this score.
 */
final class Ranking {

  private final double[] scores;
  private final long[] positives;
  private final long[] negatives;

  private Ranking(double[] scores, long[] positives, long[] negatives) {
    this.scores = scores;
    this.positives = positives;
    this.negatives = negatives;
  }

  /**
   * Ranks samples.
   *
   * @param positive whether each is of the class
   * @param scores how sure its prediction is that it is
   */
  static Ranking of(boolean[] positive, double[] scores) {
    double[] of = scoresWhere(positive, true, scores);
    double[] others = scoresWhere(positive, false, scores);
    double[] falling = distinctFalling(scores);
    int groups = falling.length;
    long[] positives = new long[groups];
    long[] negatives = new long[groups];
    int nextOf = of.length;
    int nextOther = others.length;
    for (int group = 0; group < groups; group++) {
      nextOf = below(of, nextOf, falling[group]);
      nextOther = below(others, nextOther, falling[group]);
      positives[group] = (long) of.length - nextOf;
      negatives[group] = (long) others.length - nextOther;
    }
    return new Ranking(falling, positives, negatives);
  }

  private static double[] distinctFalling(double[] scores) {
    double[] rising = scores.clone();
    Arrays.sort(rising);
    double[] falling = new double[rising.length];
    int count = 0;
    for (int i = rising.length - 1; i >= 0; i--) {
      if (count == 0 || rising[i] != falling[count - 1]) {
        falling[count++] = rising[i];
      }
    }
    return Arrays.copyOf(falling, count);
  }

  private static double[] scoresWhere(boolean[] positive, boolean wanted, double[] scores) {
    double[] found = new double[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (positive[i] == wanted) {
        found[count++] = scores[i];
      }
    }
    double[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many of the first numbers, which rise, are below this score. */
  private static int below(double[] rising, int first, double score) {
    int end = first;
    while (end > 0 && rising[end - 1] >= score) {
      end--;
    }
    return end;
  }

  /** How many groups there are. */
  int groups() {
    return scores.length;
  }

  /** The score of this group. */
  double score(int group) {
    return scores[group];
  }

  /** How many positive samples there are down to this group. */
  long positives(int group) {
    return positives[group];
  }

  /** How many negative samples there are down to this group. */
  long negatives(int group) {
    return negatives[group];
  }

  /** How many positive samples there are. */
  long positives() {
    return scores.length == 0 ? 0 : positives[scores.length - 1];
  }

  /** How many negative samples there are. */
  long negatives() {
    return scores.length == 0 ? 0 : negatives[scores.length - 1];
  }

  /**
   * The share of pairs, a positive and a negative sample, in which the positive one has the higher
   * score; a pair with the same score counts half. NaN without such pairs.
   */
  double rocArea() {
    double halves = 0; // whole numbers, exact below 2^53
    long higher = 0;
    long passed = 0;
    for (int group = 0; group < scores.length; group++) {
      long lower = negatives() - negatives[group];
      long same = negatives[group] - passed;
      halves += (positives[group] - higher) * (2.0 * lower + same);
      higher = positives[group];
      passed = negatives[group];
    }
    return halves / (2.0 * positives() * negatives());
  }

  /**
   * The mean over positive samples of the precision at their score: the area of steps under
   * precision over recall. 0 without positive samples.
   */
  double averagePrecision() {
    double sum = 0;
    long before = 0;
    for (int group = 0; group < scores.length && positives() > 0; group++) {
      double precision = (double) positives[group] / (positives[group] + negatives[group]);
      sum += precision * ((double) (positives[group] - before) / positives());
      before = positives[group];
    }
    return sum;
  }
}
