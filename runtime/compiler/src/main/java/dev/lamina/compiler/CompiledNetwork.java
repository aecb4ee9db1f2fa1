package dev.lamina.compiler;

import dev.lamina.compiler.lowering.Lowering;
import dev.lamina.compiler.pass.FreezeNormalization;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.network.Network;

/**
 * A network that is ready to run.
 *
 * @param network the description that it comes from
 * @param plan the rewritten plan, which lowering turns into a configuration
 */
public record CompiledNetwork(Network network, Plan plan) {

  /** The same network, whose batch normalization takes its running averages in training too. */
  public CompiledNetwork normalizedByAverages() {
    return new CompiledNetwork(network, new FreezeNormalization().apply(plan));
  }

  /** The DL4J configuration as JSON, as DL4J itself writes it. */
  public String json() {
    return Lowering.json(plan);
  }
}
