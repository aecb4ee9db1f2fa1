package dev.lamina.training.engine;

import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A stretch of work with ND4J that the calling thread does not notice: its random generator is put
 * back as it was, and arrays are made outside of any workspace that is open.
 *
 * <p>To be closed on the thread that opened it. Within the scope no scalar {@code nextGaussian} may
 * be drawn: its second value is cached where it cannot be put back.
 */
final class EngineScope implements AutoCloseable {

  private final MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
  private final Random generator = Nd4j.getRandom();
  private final long seed = generator.getSeed();
  private final long rootState = generator.rootState();
  private final long nodeState = generator.nodeState();

  private EngineScope() {}

  /** A scope whose random numbers are not used. */
  static EngineScope open() {
    return new EngineScope();
  }

  /** A scope whose random numbers come from this seed alone. */
  static EngineScope seeded(long seed) {
    EngineScope scope = new EngineScope();
    scope.generator.setSeed(seed);
    return scope;
  }

  @Override
  public void close() {
    generator.setSeed(seed); // overwrites the states, so it comes first
    generator.setStates(rootState, nodeState);
    outside.close();
  }
}
