package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * The class of each sample, which is a whole number or one-hot.
 *
 * @param data the samples
 * @param call what the user called that needs classes
 */
record Classes(Dataset data, Requirement call) {

  /** The class of this sample, as a number. */
  long of(int row) {
    double[] targets = new double[data.targetWidth()];
    data.copyTargets(row, targets, 0);
    return targets.length == 1 ? whole(row, targets[0]) : hot(row, targets);
  }

  /** What the class of this sample is called in messages. */
  String text(int row) {
    long index = of(row);
    boolean isNamed = index >= 0 && index < data.labels().size();
    return "class " + index + (isNamed ? " " + Code.literal(data.labels().get((int) index)) : "");
  }

  private long whole(int row, double target) {
    require(target == Math.rint(target) && Math.abs(target) <= Integer.MAX_VALUE, row, target);
    return (long) target;
  }

  private int hot(int row, double[] targets) {
    int hot = -1;
    for (int column = 0; column < targets.length; column++) {
      boolean isOne = targets[column] == 1;
      require(isOne ? hot < 0 : targets[column] == 0, row, targets[column]);
      hot = isOne ? column : hot;
    }
    require(hot >= 0, row, 0.0);
    return hot;
  }

  private void require(boolean holds, int row, double target) {
    if (!holds) {
      call.that(
          false,
          "targets",
          "classes, a whole number or one-hot in each sample,",
          new Code(Code.literal(target) + " in row " + row + " (counted from 0)"),
          "leave `.stratified()` out where the targets are no classes");
    }
  }
}
