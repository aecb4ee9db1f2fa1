package dev.lamina.compiler.invariant;

import dev.lamina.compiler.plan.Plan;
import java.util.Optional;

/** Something that holds for every plan. */
public interface Invariant {

  /** What breaks it in this plan, as a sentence; nothing where it holds. */
  Optional<String> violation(Plan plan);
}
