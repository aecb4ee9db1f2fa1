package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.problem.Problem;
import java.util.Optional;

/** Whether targets say what the loss reads from them. */
record TargetCheck(Loss loss, int outputs) {

  /** The first thing wrong with these finite targets. */
  Optional<Problem> problem(String name, Values targets) {
    return switch (loss.targets()) {
      case NUMBERS -> Optional.empty();
      case PROBABILITIES ->
          targets
              .first(value -> value < 0 || value > 1)
              .map(
                  found ->
                      outside(
                          name,
                          found,
                          "targets between 0 and 1",
                          "give 0 or 1, or numbers between"));
      case CLASS_INDEX ->
          targets
              .first(value -> value < 0 || value >= outputs || value != Math.rint(value))
              .map(found -> outside(name, found, classes(), classFix()));
      case ONE_HOT ->
          targets.firstRow(TargetCheck::columnNotOneHot).map(found -> notOneHot(name, found));
    };
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
