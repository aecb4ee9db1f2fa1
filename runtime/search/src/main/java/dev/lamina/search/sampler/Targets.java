package dev.lamina.search.sampler;

import dev.lamina.search.space.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Losses as a {@link Surrogate} takes them: with mean 0 and variance 1, and none far worse than the
 * others.
 *
 * <p>A trial that failed has the worst loss. One that was pruned has what it reported last, but no
 * less than the median of the complete ones: nobody knows what would have become of it. Losses that
 * are above the third quartile by more than three times the distance of the quartiles are lowered
 * that far (Tukey, 1977, "Exploratory Data Analysis": far out). Where the quartiles are the same,
 * as when most trials learned nothing, it is the distance of the least loss that counts.
 */
final class Targets {

  /** So that differences can be squared. */
  private static final double MOST = 1e100;

  private static final double FAR_OUT = 3;

  private Targets() {}

  /** Of trials that are done, one of which at least is complete. */
  static double[] of(List<Observation> trials) {
    return standardized(fenced(losses(trials)));
  }

  private static double[] losses(List<Observation> trials) {
    double[] complete =
        trials.stream()
            .filter(trial -> trial.state() == Observation.State.COMPLETE)
            .mapToDouble(trial -> limited(trial.loss()))
            .sorted()
            .toArray();
    double median = quantile(complete, 0.5);
    double worst = complete[complete.length - 1];
    return trials.stream()
        .mapToDouble(
            trial ->
                switch (trial.state()) {
                  case COMPLETE -> limited(trial.loss());
                  case PRUNED ->
                      Double.isNaN(trial.loss()) ? worst : Math.max(median, limited(trial.loss()));
                  case FAILED, RUNNING -> worst;
                })
        .toArray();
  }

  private static double[] fenced(double[] losses) {
    double[] sorted = sorted(losses);
    double high = quantile(sorted, 0.75);
    double low = quantile(sorted, 0.25);
    double apart = high - (low < high ? low : sorted[0]);
    double most = apart > 0 ? high + FAR_OUT * apart : MOST;
    return DoubleStream.of(losses).map(loss -> Math.min(most, loss)).toArray();
  }

  private static double[] standardized(double[] losses) {
    if (DoubleStream.of(losses).allMatch(loss -> loss == losses[0])) {
      // Their mean may be the next number.
      return new double[losses.length];
    }
    double mean = 0;
    for (double loss : losses) {
      mean += loss / losses.length;
    }
    double squares = 0;
    for (double loss : losses) {
      squares += (loss - mean) * (loss - mean) / losses.length;
    }
    double middle = mean;
    double width = StrictMath.sqrt(squares);
    return DoubleStream.of(losses).map(loss -> (loss - middle) / width).toArray();
  }

  /** With the values between two on a line. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double limited(double loss) {
    return Math.max(-MOST, Math.min(MOST, loss));
  }
}
