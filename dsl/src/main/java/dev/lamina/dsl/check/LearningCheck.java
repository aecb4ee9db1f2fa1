package dev.lamina.dsl.check;

import dev.lamina.dsl.activation.Step;
import dev.lamina.dsl.layer.Activated;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.Problem;
import java.util.List;

/** What keeps a network that can predict from being trained. */
public final class LearningCheck {

  private LearningCheck() {}

  /** The layers by whose gradient nothing can be learned, from input to output. */
  public static List<Problem> problems(Network network) {
    return network.outline().entries().stream()
        .filter(entry -> entry.layer().outputActivation() instanceof Step)
        .map(LearningCheck::withoutGradient)
        .toList();
  }

  private static Problem withoutGradient(Outline.Entry entry) {
    String dot = entry.layer() instanceof Activated<?> ? "." : "";
    return new Problem(
        entry.place(),
        "needs an activation with a gradient to be trained, but that of `step()` is 0 everywhere.",
        "use `%1$ssigmoid()` or `%1$srelu()`; step is for predicting with weights set by hand."
            .formatted(dot));
  }
}
