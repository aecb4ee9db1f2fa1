package dev.lamina.compiler.lowering.updater;

import java.nio.DoubleBuffer;

/** Some numbers of double precision in the memory of the host, while they are worked on. */
final class DoublePiece implements Numbers<DoublePiece> {

  private final DoubleBuffer memory;
  private final double[] numbers;
  private int from;
  private int count;

  /** Of these numbers, so many at a time. */
  DoublePiece(DoubleBuffer memory, int most) {
    this.memory = memory;
    this.numbers = new double[most];
  }

  @Override
  public void load(long from, long until) {
    this.from = Math.toIntExact(from);
    this.count = Math.toIntExact(until - from);
    memory.get(this.from, numbers, 0, count);
  }

  @Override
  public void store() {
    memory.put(from, numbers, 0, count);
  }

  @Override
  public double smallest() {
    return Double.MIN_NORMAL;
  }

  @Override
  public double representable(double share) {
    return share;
  }

  @Override
  public void copy(DoublePiece x) {
    System.arraycopy(x.numbers, 0, numbers, 0, count);
  }

  @Override
  public void blend(double kept, double taken, DoublePiece x) {
    double[] to = numbers;
    double[] of = x.numbers;
    double a = kept;
    double b = taken;
    for (int i = 0; i < count; i++) {
      to[i] = a * to[i] + b * of[i];
    }
  }

  @Override
  public void blendSquares(double kept, double taken, DoublePiece x) {
    double[] to = numbers;
    double[] of = x.numbers;
    double a = kept;
    double b = taken;
    for (int i = 0; i < count; i++) {
      to[i] = a * to[i] + b * of[i] * of[i];
    }
  }

  @Override
  public void keepLargest(double kept, DoublePiece x) {
    double[] to = numbers;
    double[] of = x.numbers;
    double a = kept;
    for (int i = 0; i < count; i++) {
      to[i] = Math.max(a * to[i], Math.abs(of[i]));
    }
  }

  @Override
  public void add(double number) {
    double[] to = numbers;
    double b = number;
    for (int i = 0; i < count; i++) {
      to[i] += b;
    }
  }

  @Override
  public void scale(double factor) {
    double[] to = numbers;
    double a = factor;
    for (int i = 0; i < count; i++) {
      to[i] *= a;
    }
  }

  @Override
  public void divide(double factor, DoublePiece x, DoublePiece divisor, double added) {
    double[] to = numbers;
    double[] of = x.numbers;
    double[] by = divisor.numbers;
    double a = factor;
    double b = Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] = a * of[i] / (by[i] + b);
    }
  }

  @Override
  public void divideByRoot(double factor, DoublePiece x, DoublePiece squares, double added) {
    double[] to = numbers;
    double[] of = x.numbers;
    double[] by = squares.numbers;
    double a = factor;
    double b = Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] = a * of[i] / (Math.sqrt(by[i]) + b);
    }
  }

  @Override
  public void divideByRootOfSum(double factor, DoublePiece x, DoublePiece squares, double added) {
    double[] to = numbers;
    double[] of = x.numbers;
    double[] by = squares.numbers;
    double a = factor;
    double b = Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] = a * of[i] / Math.sqrt(by[i] + b);
    }
  }

  @Override
  public void multiplyByRootOfSum(DoublePiece squares, double added) {
    double[] to = numbers;
    double[] by = squares.numbers;
    double b = Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] *= Math.sqrt(by[i] + b);
    }
  }

  @Override
  public void variance(DoublePiece squares, DoublePiece means) {
    double[] to = numbers;
    double[] all = squares.numbers;
    double[] of = means.numbers;
    for (int i = 0; i < count; i++) {
      to[i] = Math.max(0, all[i] - of[i] * of[i]);
    }
  }

  @Override
  public void sign(double factor, DoublePiece x) {
    double[] to = numbers;
    double[] of = x.numbers;
    double a = factor;
    for (int i = 0; i < count; i++) {
      to[i] = a * (of[i] / Math.max(Math.abs(of[i]), Double.MIN_VALUE)); // signum is slow
    }
  }
}
