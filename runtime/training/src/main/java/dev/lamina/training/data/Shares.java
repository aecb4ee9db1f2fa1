package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * How samples are split at random: {@link Splits#shares} begins it.
 *
 * @param training what share is learned from, above 0
 * @param validation what share is for validation
 * @param test what share is for a test at the end
 * @param seed where the choice comes from; 0 by default
 * @param isStratified whether each part has its share of each class; not by default
 */
public record Shares(
    double training, double validation, double test, long seed, boolean isStratified) {

  private static final long DEFAULT_SEED = 0;

  /** How far shares such as 0.7, 0.2 and 0.1 may miss 1 by rounding. */
  private static final double ROUNDING = 1e-9;

  /** With every option at its default. */
  public Shares(double training, double validation, double test) {
    this(training, validation, test, DEFAULT_SEED, false);
  }

  /** Checks the numbers. */
  public Shares {
    String fix = "give what share of the samples the part has, such as 0.1";
    double sum = training + validation + test;
    new Requirement(code(training, validation, test))
        .positive("training", training, "give what share is learned from, such as 0.8")
        .notNegative("validation", validation, fix)
        .notNegative("test", test, fix)
        .that(
            Math.abs(sum - 1) <= ROUNDING,
            "shares",
            "numbers that sum to 1",
            new Code("numbers that sum to " + Code.literal(sum)),
            "give shares such as 0.8, 0.1 and 0.1");
  }

  /** The same shares by this seed: the same seed gives the same parts. */
  public Shares seed(long given) {
    return new Shares(training, validation, test, given, isStratified);
  }

  /**
   * The same shares of each class, off by less than one sample; the classes are whole numbers or
   * one-hot.
   */
  public Shares stratified() {
    return new Shares(training, validation, test, seed, true);
  }

  /** The samples in these parts. */
  Split split(Dataset data) {
    Dealer dealer = new Dealer(data, new Requirement(Code.call("split", this)), seed);
    double[] shares = {training, validation, test};
    List<int[]> parts = isStratified ? dealer.partsOfClasses(shares) : dealer.parts(shares);
    return new Split(
        new Selection(data, parts.get(0)),
        part(data, validation, parts.get(1)),
        part(data, test, parts.get(2)));
  }

  private static Optional<Dataset> part(Dataset data, double share, int[] rows) {
    return share == 0 ? Optional.empty() : Optional.of(new Selection(data, rows));
  }

  private static Code code(double training, double validation, double test) {
    return test == 0
        ? Code.call("shares", training, validation)
        : Code.call("shares", training, validation, test);
  }

  @Override
  public String toString() {
    return code(training, validation, test)
        .thenIf(seed != DEFAULT_SEED, "seed", seed)
        .thenIf(isStratified, "stratified")
        .toString();
  }
}
