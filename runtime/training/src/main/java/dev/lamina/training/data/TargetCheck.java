package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.problem.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Whether targets say what the loss reads from them. */
record TargetCheck(Loss loss, int outputs) {

  /** Below it Keras would replace the target that an error is divided by. */
  private static final double SMALLEST_DIVISOR = 1e-7;

  /** How far from 1 probabilities may sum that were computed in single precision. */
  private static final double ROUNDING = 1e-5;

  private static final String DIVISOR_FIX =
      "remove such samples, or train with `absoluteError()`, which does not divide by the target";
  private static final String SIGNED_FIX =
      "remove such samples, or train with `meanSquaredError()` for targets of any size";
  private static final String SIGNS_FIX =
      "give -1 where you gave 0, or train with `binaryCrossEntropy()` on 0 and 1";
  private static final String PROBABILITIES = "targets between 0 and 1";
  private static final String PROBABILITY_FIX = "give 0 or 1, or numbers between";
  private static final String DISTRIBUTION_FIX = "give the probability of each class";

  /** The first thing wrong with these finite targets. */
  Optional<Problem> problem(String name, Values targets) {
    return switch (loss.targets()) {
      case NUMBERS -> Optional.empty();
      case NOT_ZERO ->
          first(name, targets, TargetCheck::divides, "targets of size 1e-7 at least", DIVISOR_FIX);
      case ABOVE_MINUS_ONE ->
          first(name, targets, TargetCheck::aboveMinusOne, "targets above -1", SIGNED_FIX);
      case NOT_NEGATIVE ->
          first(name, targets, value -> value >= 0, "targets of at least 0", SIGNED_FIX);
      case SIGNS ->
          first(
              name, targets, value -> Math.abs(value) == 1, "targets that are -1 or 1", SIGNS_FIX);
      case PROBABILITIES ->
          first(name, targets, TargetCheck::probable, PROBABILITIES, PROBABILITY_FIX);
      case DISTRIBUTION ->
          first(name, targets, TargetCheck::probable, PROBABILITIES, DISTRIBUTION_FIX)
              .or(() -> sums(name, targets));
      case CLASS_INDEX -> first(name, targets, this::isClass, classes(), classFix());
      case ONE_HOT ->
          targets.firstRow(TargetCheck::columnNotOneHot).map(found -> notOneHot(name, found));
    };
  }

  /** What is wrong with the first target that is not as needed. */
  private Optional<Problem> first(
      String name, Values targets, DoublePredicate asNeeded, String needed, String fix) {
    return targets.first(asNeeded.negate()).map(found -> outside(name, found, needed, fix));
  }

  private static boolean divides(double value) {
    return Math.abs(value) >= SMALLEST_DIVISOR;
  }

  /** As float, since a number may become -1 on the way to a network of that precision. */
  private static boolean aboveMinusOne(double value) {
    return (float) value > -1;
  }

  private static boolean probable(double value) {
    return value >= 0 && value <= 1;
  }

  private boolean isClass(double value) {
    return value >= 0 && value < outputs && value == Math.rint(value);
  }

  private Optional<Problem> sums(String name, Values targets) {
    return targets
        .firstRow(row -> Math.abs(Arrays.stream(row).sum() - 1) > ROUNDING ? row.length - 1 : -1)
        .map(
            found ->
                new Problem(
                    name,
                    "needs targets that sum to 1 in each sample for `%s` but those of row %d %s%s"
                        .formatted(loss, found.row(), "(counted from 0) do not", found.inAll()),
                    "divide the targets of a sample by their sum."));
  }

  private String classes() {
    return "class indices, whole numbers from 0 to " + (outputs - 1) + ",";
  }

  private String classFix() {
    return "give the last layer as many units as there are classes, and count classes from 0";
  }

  private Problem outside(String name, Values.Found found, String needed, String fix) {
    return new Problem(
        name,
        "needs %s for `%s` but %s is %s%s"
            .formatted(
                needed, loss, found.place("target"), Code.literal(found.value()), found.inAll()),
        fix + ".");
  }

  private Problem notOneHot(String name, Values.Found found) {
    return new Problem(
        name,
        "needs one-hot targets, a single 1 and else 0, for `%s` but %s%s"
            .formatted(loss, notOneHot(found), found.inAll()),
        "encode the class as one-hot, or train with `sparseCategoricalCrossEntropy()` on class"
            + " indices.");
  }

  private static String notOneHot(Values.Found found) {
    if (found.value() == 0) {
      return "row " + found.row() + " (counted from 0) has no 1";
    }
    String came = found.value() == 1 ? "a second 1" : Code.literal(found.value());
    return found.place("target") + " is " + came;
  }

  /** The column that breaks the encoding: not 0 or 1, or a second 1, or the last if none is 1. */
  private static int columnNotOneHot(double[] row) {
    boolean hot = false;
    for (int column = 0; column < row.length; column++) {
      boolean one = row[column] == 1;
      if ((!one && row[column] != 0) || (one && hot)) {
        return column;
      }
      hot |= one;
    }
    return hot ? -1 : row.length - 1;
  }
}
