package dev.lamina.training.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A stretch of work with ND4J that leaves no trace: the calling thread's random generator is put
 * back as it was, native threads are shared with others, arrays are made outside of any workspace
 * that is open, and those that the scope owns are closed with it.
 *
 * <p>Native memory that waits for Java's garbage collector piles up to gigabytes, as the collector
 * does not see it. Within the scope no scalar {@code nextGaussian} may be drawn: its second value
 * is cached where it cannot be put back.
 */
final class EngineScope implements AutoCloseable {

  /** The threads of work that is no part of a training, which has its own share. */
  private static final ThreadShare ALONE = ThreadShare.lone();

  private final MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
  private final Random generator = Nd4j.getRandom();
  private final long seed = generator.getSeed();
  private final long rootState = generator.rootState();
  private final long nodeState = generator.nodeState();
  private final Deque<INDArray> owned = new ArrayDeque<>();

  private EngineScope() {
    NativeThreads.enter(ALONE);
  }

  /** Work that runs in a scope. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run(EngineScope scope) throws E;
  }

  /** Runs work whose random numbers are not used. */
  static <T, E extends Exception> T run(Work<T, E> work) throws E {
    try (EngineScope scope = new EngineScope()) {
      return work.run(scope);
    }
  }

  /** Runs work whose random numbers come from this seed alone. */
  static <T, E extends Exception> T seeded(long seed, Work<T, E> work) throws E {
    try (EngineScope scope = new EngineScope()) {
      scope.generator.setSeed(seed);
      return work.run(scope);
    }
  }

  /** A matrix of these rows, owned by the scope. */
  INDArray matrix(double[] rowByRow, int rows, DataType type) {
    long[] shape = {rows, rowByRow.length / rows};
    return own(Nd4j.create(rowByRow, shape, new long[] {shape[1], 1}, 'c', type));
  }

  /** The numbers of an array, row by row. */
  double[] values(INDArray array) {
    return own(array.dup('c')).data().asDouble();
  }

  /** Puts numbers into an array of as many, which is given back. */
  INDArray assign(NumberArray numbers, INDArray into) {
    return into.assign(own(numbers.array()).reshape(into.shape()));
  }

  /** Takes an array over, to be closed at the end of the scope. */
  INDArray own(INDArray array) {
    owned.push(array);
    return array;
  }

  @Override
  public void close() {
    try {
      while (!owned.isEmpty()) {
        INDArray array = owned.pop();
        if (!array.wasClosed()) {
          array.close();
        }
      }
    } finally {
      leave();
    }
  }

  private void leave() {
    try {
      generator.setSeed(seed); // overwrites the states, so it comes first
      generator.setStates(rootState, nodeState);
      outside.close();
    } finally {
      NativeThreads.leave(); // or others would wait forever
    }
  }
}
