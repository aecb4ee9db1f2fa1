package dev.lamina.training.evaluation;

import java.util.Arrays;

/**
 * Samples with predictions from a fixed rule, the same numbers in Java and in Python, for which
 * scikit-learn 1.9.1 gave the constants of these tests:
 *
 * <pre>{@code
 * class Lcg:
 *     def __init__(self, seed): self.state = seed
 *     def next(self, bound):
 *         self.state = (self.state * 1103515245 + 12345) % 2**31
 *         return (self.state >> 16) % bound
 * def classes(seed, n, k, lift):
 *     g = Lcg(seed); y = []; p = []
 *     for _ in range(n):
 *         c = min(g.next(k), g.next(k)); y.append(c)
 *         r = [1 + g.next(20) + (lift if j == c else 0) for j in range(k)]
 *         p.append([x / sum(r) for x in r])
 *     return np.array(y), np.array(p)
 * def labels(seed, n):
 *     g = Lcg(seed); y = []; p = []
 *     for _ in range(n):
 *         y.append([1 if g.next(10) < 2 + 2 * j else 0 for j in range(3)])
 *         p.append([(g.next(60) + 35 * y[-1][j]) / 100 for j in range(3)])
 *     return np.array(y), np.array(p)
 * def numbers(seed, n):
 *     g = Lcg(seed); a = []; b = []
 *     for _ in range(n):
 *         a.append([(g.next(1000) - 400) / 8 * (j + 1) for j in range(3)])
 *         b.append([a[-1][j] + (g.next(200) - 90) / 16 for j in range(3)])
 *     return np.array(a), np.array(b)
 * }</pre>
 *
 * @param actual what is right, {@code [samples][1]} with the class, or {@code [samples][outputs]}
 * @param predicted what was predicted, {@code [samples][outputs]}
 */
record Scored(double[][] actual, double[][] predicted) {

  static Scored classes(long seed, int samples, int classes, int lift) {
    Lcg random = new Lcg(seed);
    Scored scored = new Scored(new double[samples][1], new double[samples][classes]);
    for (int row = 0; row < samples; row++) {
      int right = Math.min(random.next(classes), random.next(classes));
      scored.actual[row][0] = right;
      double[] raw = new double[classes];
      for (int j = 0; j < classes; j++) {
        raw[j] = 1 + random.next(20) + (j == right ? lift : 0);
      }
      double sum = Arrays.stream(raw).sum();
      scored.predicted[row] = Arrays.stream(raw).map(each -> each / sum).toArray();
    }
    return scored;
  }

  static Scored labels(long seed, int samples) {
    Lcg random = new Lcg(seed);
    Scored scored = new Scored(new double[samples][3], new double[samples][3]);
    for (int row = 0; row < samples; row++) {
      for (int j = 0; j < 3; j++) {
        scored.actual[row][j] = random.next(10) < 2 + 2 * j ? 1 : 0;
      }
      for (int j = 0; j < 3; j++) {
        scored.predicted[row][j] = (random.next(60) + 35 * scored.actual[row][j]) / 100;
      }
    }
    return scored;
  }

  static Scored numbers(long seed, int samples) {
    Lcg random = new Lcg(seed);
    Scored scored = new Scored(new double[samples][3], new double[samples][3]);
    for (int row = 0; row < samples; row++) {
      for (int j = 0; j < 3; j++) {
        scored.actual[row][j] = (random.next(1000) - 400) / 8.0 * (j + 1);
      }
      for (int j = 0; j < 3; j++) {
        scored.predicted[row][j] = scored.actual[row][j] + (random.next(200) - 90) / 16.0;
      }
    }
    return scored;
  }

  int[] classes() {
    return Arrays.stream(actual).mapToInt(row -> (int) row[0]).toArray();
  }

  boolean[] isClass(int index) {
    boolean[] found = new boolean[actual.length];
    for (int row = 0; row < found.length; row++) {
      found[row] = actual[row][0] == index;
    }
    return found;
  }

  boolean[][] has() {
    boolean[][] found = new boolean[actual.length][3];
    for (int row = 0; row < found.length; row++) {
      for (int j = 0; j < 3; j++) {
        found[row][j] = actual[row][j] == 1;
      }
    }
    return found;
  }

  static double[] column(double[][] rows, int index) {
    return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
  }

  private static final class Lcg {

    private long state;

    Lcg(long seed) {
      this.state = seed;
    }

    int next(int bound) {
      state = (state * 1103515245 + 12345) % (1L << 31);
      return (int) (state >> 16) % bound;
    }
  }
}
