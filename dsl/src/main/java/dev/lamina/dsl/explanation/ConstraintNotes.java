package dev.lamina.dsl.explanation;

import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.MaxNorm;
import dev.lamina.dsl.layer.MinMaxNorm;
import dev.lamina.dsl.layer.NonNegative;
import dev.lamina.dsl.layer.UnitNorm;

/** What DL4J's own constraint of the same name does. */
final class ConstraintNotes implements Constraint.Cases<String> {

  private static final String ROWS =
      "of what leaves an input by its advice, never exact; dropped if set for the network";

  @Override
  public String maxNorm(MaxNorm maxNorm) {
    return ROWS;
  }

  @Override
  public String unitNorm(UnitNorm unitNorm) {
    return ROWS;
  }

  @Override
  public String minMaxNorm(MinMaxNorm minMaxNorm) {
    return ROWS;
  }

  @Override
  public String nonNegative(NonNegative nonNegative) {
    return "dropped if set for the network";
  }
}
