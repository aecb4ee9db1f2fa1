package dev.lamina.compiler.lowering.updater;

import java.nio.FloatBuffer;

/** Some numbers of single precision in the memory of the host, while they are worked on. */
final class FloatPiece implements Numbers<FloatPiece> {

  private final FloatBuffer memory;
  private final float[] numbers;
  private int from;
  private int count;

  /** Of these numbers, so many at a time. */
  FloatPiece(FloatBuffer memory, int most) {
    this.memory = memory;
    this.numbers = new float[most];
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
    return Float.MIN_NORMAL;
  }

  @Override
  public double representable(double share) {
    return Math.min((float) share, Math.nextDown(1f));
  }

  @Override
  public void copy(FloatPiece x) {
    System.arraycopy(x.numbers, 0, numbers, 0, count);
  }

  @Override
  public void blend(double kept, double taken, FloatPiece x) {
    float[] to = numbers;
    float[] of = x.numbers;
    float a = (float) kept;
    float b = (float) taken;
    for (int i = 0; i < count; i++) {
      to[i] = a * to[i] + b * of[i];
    }
  }

  @Override
  public void blendSquares(double kept, double taken, FloatPiece x) {
    float[] to = numbers;
    float[] of = x.numbers;
    float a = (float) kept;
    float b = (float) taken;
    for (int i = 0; i < count; i++) {
      to[i] = a * to[i] + b * of[i] * of[i];
    }
  }

  @Override
  public void keepLargest(double kept, FloatPiece x) {
    float[] to = numbers;
    float[] of = x.numbers;
    float a = (float) kept;
    for (int i = 0; i < count; i++) {
      to[i] = Math.max(a * to[i], Math.abs(of[i]));
    }
  }

  @Override
  public void add(double number) {
    float[] to = numbers;
    float b = (float) number;
    for (int i = 0; i < count; i++) {
      to[i] += b;
    }
  }

  @Override
  public void scale(double factor) {
    float[] to = numbers;
    float a = (float) factor;
    for (int i = 0; i < count; i++) {
      to[i] *= a;
    }
  }

  @Override
  public void divide(double factor, FloatPiece x, FloatPiece divisor, double added) {
    float[] to = numbers;
    float[] of = x.numbers;
    float[] by = divisor.numbers;
    float a = (float) factor;
    float b = (float) Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] = a * of[i] / (by[i] + b);
    }
  }

  @Override
  public void divideByRoot(double factor, FloatPiece x, FloatPiece squares, double added) {
    float[] to = numbers;
    float[] of = x.numbers;
    float[] by = squares.numbers;
    float a = (float) factor;
    float b = (float) Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] = a * of[i] / ((float) Math.sqrt(by[i]) + b);
    }
  }

  @Override
  public void divideByRootOfSum(double factor, FloatPiece x, FloatPiece squares, double added) {
    float[] to = numbers;
    float[] of = x.numbers;
    float[] by = squares.numbers;
    float a = (float) factor;
    float b = (float) Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] = a * of[i] / (float) Math.sqrt(by[i] + b);
    }
  }

  @Override
  public void multiplyByRootOfSum(FloatPiece squares, double added) {
    float[] to = numbers;
    float[] by = squares.numbers;
    float b = (float) Math.max(added, smallest());
    for (int i = 0; i < count; i++) {
      to[i] *= (float) Math.sqrt(by[i] + b);
    }
  }

  @Override
  public void variance(FloatPiece squares, FloatPiece means) {
    float[] to = numbers;
    float[] all = squares.numbers;
    float[] of = means.numbers;
    for (int i = 0; i < count; i++) {
      to[i] = Math.max(0, all[i] - of[i] * of[i]);
    }
  }

  @Override
  public void sign(double factor, FloatPiece x) {
    float[] to = numbers;
    float[] of = x.numbers;
    float a = (float) factor;
    for (int i = 0; i < count; i++) {
      to[i] = a * (of[i] / Math.max(Math.abs(of[i]), Float.MIN_VALUE)); // signum is slow
    }
  }
}
