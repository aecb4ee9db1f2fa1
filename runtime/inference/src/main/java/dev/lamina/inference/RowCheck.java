package dev.lamina.inference;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Input;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import java.util.List;
import java.util.Optional;

/**
 * What features must be like that a network predicts from.
 *
 * @param network its name
 * @param input where samples enter it
 * @param precision the data type that it computes with
 * @param normalization what is done to features before, if anything
 */
public record RowCheck(
    String network, Input input, Precision precision, Optional<Normalization> normalization) {

  /**
   * Demands rows that have as many finite numbers as the network takes.
   *
   * @throws InvalidDescriptionException naming the first row that has not
   */
  public void require(double[][] rows) {
    for (int row = 0; row < rows.length; row++) {
      require(row, rows[row]);
    }
  }

  /** The first column that does not hold what the network needs; as many as there are if none. */
  private int firstNotHeld(double[] features) {
    int column = 0;
    while (column < features.length && holds(column, features[column])) {
      column++;
    }
    return column;
  }

  /** Demands that of one row, which has this number in messages. */
  void require(int row, double[] features) {
    int width = input.shape().size();
    if (features == null || features.length != width) {
      String came = features == null ? "is null" : "has " + counted(features.length);
      throw refusal(
          row,
          came + " but the network takes `" + input + "`.",
          "give " + counted(width) + " a row.");
    }
    int column = firstNotHeld(features);
    if (column < width) {
      throw notHeld(row, column, features[column]);
    }
  }

  /** Demands finite numbers of rows one after the other. */
  void require(double[] rows) {
    int width = input.shape().size();
    int column = 0;
    for (int i = 0; i < rows.length; i++) {
      if (!holds(column, rows[i])) {
        throw notHeld(i / width, column, rows[i]);
      }
      column = column + 1 == width ? 0 : column + 1;
    }
  }

  /** Demands finite numbers of rows one after the other. */
  void require(float[] rows) {
    int width = input.shape().size();
    int column = 0;
    for (int i = 0; i < rows.length; i++) {
      if (!holds(column, rows[i])) {
        throw notHeld(i / width, column, rows[i]);
      }
      column = column + 1 == width ? 0 : column + 1;
    }
  }

  private boolean holds(int column, double value) {
    return precision.holds(
        normalization.isPresent() ? normalization.get().applied(column, value) : value);
  }

  private InvalidDescriptionException notHeld(int row, int column, double value) {
    boolean tooLarge = Double.isFinite(value);
    String needed = tooLarge ? "within the range of " + precision : "that are finite";
    return refusal(
        row,
        "needs numbers %s but column %d (both counted from 0) is %s."
            .formatted(needed, column, Code.literal(value)),
        tooLarge
            ? "scale the features as those that the network learned from."
            : "leave the row out, or fill in the missing value.");
  }

  private InvalidDescriptionException refusal(int row, String finding, String fix) {
    return refusal(new Problem("Row " + row, finding, fix));
  }

  /** Says that this keeps the network from predicting. */
  public InvalidDescriptionException refusal(Problem problem) {
    return new InvalidDescriptionException(
        "Prediction of network `" + network + "`", List.of(problem));
  }

  private static String counted(int features) {
    return features + (features == 1 ? " feature" : " features");
  }
}
