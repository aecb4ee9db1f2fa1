package dev.lamina.compiler.lowering.updater;

/**
 * Numbers that a recurrence works on: all of an array, or those of it that are at hand.
 *
 * <p>Each word works number by number, in place and in the precision of the array; {@code this}
 * stands for what it is called on. So one text of a recurrence serves every kind of memory.
 *
 * @param <N> the kind
 */
interface Numbers<N extends Numbers<N>> {

  /** Turns to these numbers of the array. */
  void load(long from, long until);

  /** Writes back what was made of them. */
  void store();

  /** What a divisor may have added so that it is never 0. */
  double smallest();

  /** The share that is nearest, below 1: what is made of shares must be made of the same. */
  double representable(double share);

  /** {@code x}. */
  void copy(N x);

  /** {@code kept this + taken x}. */
  void blend(double kept, double taken, N x);

  /** {@code kept this + taken x^2}. */
  void blendSquares(double kept, double taken, N x);

  /** {@code kept this + (1 - kept) x}. */
  default void average(double kept, N x) {
    double share = representable(kept);
    blend(share, 1 - share, x);
  }

  /** {@code kept this + (1 - kept) x^2}. */
  default void averageSquares(double kept, N x) {
    double share = representable(kept);
    blendSquares(share, 1 - share, x);
  }

  /** What the weights of such an average, which began at 0, add up to: {@code 1 - kept^step}. */
  default double weights(double kept, int step) {
    return 1 - Math.pow(representable(kept), step);
  }

  /** {@code max(kept this, |x|)}. */
  void keepLargest(double kept, N x);

  /** {@code this + number}. */
  void add(double number);

  /** {@code factor this}. */
  void scale(double factor);

  /** {@code factor x / (divisor + added)}, with something added in any case. */
  void divide(double factor, N x, N divisor, double added);

  /** {@code factor x / (sqrt(squares) + added)}, with something added in any case. */
  void divideByRoot(double factor, N x, N squares, double added);

  /** {@code factor x / sqrt(squares + added)}, with something added in any case. */
  void divideByRootOfSum(double factor, N x, N squares, double added);

  /** {@code this sqrt(squares + added)}, with something added in any case. */
  void multiplyByRootOfSum(N squares, double added);

  /** {@code max(0, squares - means^2)}, which rounding would make negative. */
  void variance(N squares, N means);

  /** {@code factor} with the sign of x, and 0 where x is 0. */
  void sign(double factor, N x);
}
