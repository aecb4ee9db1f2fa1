package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.call.Call;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Work whose arrays nobody needs afterwards: they lie in a piece of memory that is kept, and used
 * again by the next such work of the thread. Left to Java's garbage collector, which does not see
 * it, native memory piles up to gigabytes.
 */
record Temporary(Call work) implements Call {

  private static final String MEMORY = "LAMINA_TEMPORARY";

  @Override
  public void run() {
    MemoryWorkspace memory =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration(), MEMORY);
    try {
      work.run();
    } finally {
      memory.close();
    }
  }

  private static WorkspaceConfiguration configuration() {
    return WorkspaceConfiguration.builder()
        .policyLearning(LearningPolicy.OVER_TIME)
        .policySpill(SpillPolicy.REALLOCATE)
        .build();
  }
}
