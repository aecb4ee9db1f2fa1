package dev.lamina.training.tool;

import java.util.ArrayList;
import java.util.List;

/** Takes the loss at each rate, smooths it, and sees when it diverges. */
final class RateWatch {

  /** How much of the running mean stays at each step. */
  private static final double SMOOTHING = 0.98;

  /** How often the best loss may be exceeded by itself. */
  private static final double EXCESS = 3;

  private final List<RateCurve.Point> points = new ArrayList<>();
  private double mean;
  private double best = Double.POSITIVE_INFINITY;
  private boolean over;

  /** Takes the loss of a mini-batch; NaN where a number is not finite. */
  void add(double rate, double loss) {
    if (!Double.isFinite(loss)) {
      over = true;
      return;
    }
    mean = SMOOTHING * mean + (1 - SMOOTHING) * loss;
    double smoothed = mean / (1 - Math.pow(SMOOTHING, points.size() + 1));
    points.add(new RateCurve.Point(rate, loss, smoothed));
    over = smoothed > best + EXCESS * Math.abs(best);
    best = Math.min(best, smoothed);
  }

  /** Whether the loss is more than four times its best, or not finite. */
  boolean isOver() {
    return over;
  }

  RateCurve curve() {
    return new RateCurve(points, over);
  }
}
