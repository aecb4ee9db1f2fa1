package dev.lamina.training.data.table;

import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.OptionalDouble;

/** What may stand for a missing number. */
public final class Fillings {

  private Fillings() {}

  /** The mean of those that are there. */
  public static Filling mean() {
    return present -> Arrays.stream(present).average();
  }

  /** The median of those that are there: of an even number, the mean of the two in the middle. */
  public static Filling median() {
    return present -> {
      Arrays.sort(present);
      int half = present.length / 2;
      double upper = present[half];
      double lower = present.length % 2 == 0 ? present[half - 1] : upper;
      return OptionalDouble.of((lower + upper) / 2);
    };
  }

  /** Always this number. */
  public static Filling constant(double value) {
    Requirement.of("constant", value).finite("value", value, "give what stands for it, such as 0");
    return present -> OptionalDouble.of(value);
  }

  /** Nothing: a missing cell is refused by line and column. */
  public static Filling refused() {
    return present -> OptionalDouble.empty();
  }
}
