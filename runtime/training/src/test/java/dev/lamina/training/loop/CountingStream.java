package dev.lamina.training.loop;

import dev.lamina.training.data.stream.SamplePass;
import dev.lamina.training.data.stream.SampleStream;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Samples whose features and target are their number, counted from 0. */
final class CountingStream implements SampleStream {

  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final Set<Thread> readers = ConcurrentHashMap.newKeySet();
  volatile int broken = -1;
  volatile RuntimeException failure = new IllegalStateException("damaged");
  private final int samples;
  private final int width;
  private final int buffer;

  CountingStream(int samples, int width, int buffer) {
    this.samples = samples;
    this.width = width;
    this.buffer = buffer;
  }

  @Override
  public int featureWidth() {
    return width;
  }

  @Override
  public int targetWidth() {
    return 1;
  }

  @Override
  public int shuffleBuffer() {
    return buffer;
  }

  @Override
  public SamplePass open() {
    opened.incrementAndGet();
    return new SamplePass() {
      private int next;

      @Override
      public boolean read(double[] features, double[] targets) {
        readers.add(Thread.currentThread());
        if (next == broken) {
          throw failure;
        }
        if (next == samples) {
          return false;
        }
        Arrays.fill(features, next);
        targets[0] = next++;
        return true;
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }
}
