package dev.lamina.compiler.pass;

import dev.lamina.compiler.plan.Plan;

/** One rewrite of a plan that leaves its meaning as it is. */
public interface Pass {

  /** The rewritten plan. */
  Plan apply(Plan plan);
}
