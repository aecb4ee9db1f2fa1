package dev.lamina.training.data;

/** The ways in which data is split. */
public final class Splits {

  private Splits() {}

  /**
   * Shares to learn from and for validation, which sum to 1.
   *
   * @param training above 0, such as 0.8
   * @param validation from 0 on, such as 0.2
   */
  public static Shares shares(double training, double validation) {
    return shares(training, validation, 0);
  }

  /**
   * Shares to learn from, for validation and for a test at the end, which sum to 1.
   *
   * @param training above 0, such as 0.8
   * @param validation from 0 on, such as 0.1
   * @param test from 0 on, such as 0.1
   */
  public static Shares shares(double training, double validation, double test) {
    return new Shares(training, validation, test);
  }

  /**
   * Cross-validation over so many parts.
   *
   * @param count at least 2, such as 5
   */
  public static Folds folds(int count) {
    return new Folds(count);
  }
}
