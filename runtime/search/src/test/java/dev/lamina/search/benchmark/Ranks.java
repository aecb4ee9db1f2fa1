package dev.lamina.search.benchmark;

import java.util.Arrays;

/** Compares samples without regard to how they are distributed. */
final class Ranks {

  private Ranks() {}

  /**
   * How many standard deviations below chance the first sample lies (Mann and Whitney, 1947): below
   * -1.645 it is smaller, and one would be wrong in one of twenty cases.
   */
  static double smaller(double[] first, double[] second) {
    double wins = 0;
    for (double left : first) {
      for (double right : second) {
        wins += left < right ? 1 : left == right ? 0.5 : 0;
      }
    }
    double pairs = (double) first.length * second.length;
    double deviation = Math.sqrt(pairs * (first.length + second.length + 1) / 12);
    return (pairs / 2 - wins) / deviation;
  }

  static double median(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
