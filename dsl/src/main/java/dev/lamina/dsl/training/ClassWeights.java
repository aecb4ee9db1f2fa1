package dev.lamina.dsl.training;

import dev.lamina.dsl.problem.Requirement;
import java.util.List;

/** What weights of classes must be. */
final class ClassWeights {

  private static final String FIX = "give how much each class counts, such as `classWeights(1, 5)`";

  private ClassWeights() {}

  /** Demands weights that are not negative, of which one counts, or none at all. */
  static void check(List<Double> weights) {
    Requirement requirement = Requirement.of("classWeights", weights);
    weights.forEach(each -> requirement.notNegative("weight", each, FIX));
    boolean counts = weights.isEmpty() || weights.stream().anyMatch(each -> each > 0);
    requirement.that(counts, "weights", "above 0 for at least one class", 0, FIX);
  }
}
