package dev.lamina.training;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.engine.NativeThreads;
import dev.lamina.training.engine.Step;
import dev.lamina.training.engine.ThreadShare;
import dev.lamina.training.loop.Batches;
import dev.lamina.training.metric.Meters;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a step without listeners leaves on the Java heap. */
class AllocationTest {

  private static final int STEPS = 1000;

  /** DL4J's own step leaves some 370,000; 520 were measured. */
  private static final long BYTES_OF_A_STEP = 1_000;

  private static final Network NETWORK = sequential(input(3), dense(4).relu(), dense(1).sigmoid());
  private static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), adam())
          .measure(accuracy(), meanAbsoluteError())
          .batchSize(4)
          .epochs(1);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void gatheringAndMeasuringABatchLeavesNothing() {
    Meters meters = Meters.of(DataPart.TRAINING, NETWORK, PLAN);
    Step step = new Step(0.5, new double[] {0.25, 0.75, 0.1, 0.9}, Optional.empty(), List.of());
    ThreadShare share = ThreadShare.training(NativeThreads.available());
    try (Batches batches = new Batches(samples(4 * STEPS), new int[4 * STEPS], 4)) {
      batches.shuffle(7);
      goThrough(batches, meters, step, share);

      long before = threads.getCurrentThreadAllocatedBytes();
      goThrough(batches, meters, step, share);
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;

      assertThat(bytes).isLessThan(STEPS);
    }
  }

  @Test
  void aWholeStepLeavesLittle() {
    Trainer trainer = Trainer.create();
    long warmUp = bytesOfTraining(trainer, 10 + STEPS);
    long few = bytesOfTraining(trainer, 10);

    long many = bytesOfTraining(trainer, 10 + STEPS);

    assertThat(warmUp).isPositive();
    assertThat((many - few) / STEPS).isPositive().isLessThan(BYTES_OF_A_STEP);
  }

  private long bytesOfTraining(Trainer trainer, int steps) {
    Dataset data = samples(4 * steps);
    long before = threads.getCurrentThreadAllocatedBytes();
    TrainingResult result = trainer.train(NETWORK, PLAN, data);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(result.stopReason()).hasToString("EpochsDone[1]");
    return bytes - 4L * Integer.BYTES * steps; // the order of the samples
  }

  private static void goThrough(Batches batches, Meters meters, Step step, ThreadShare share) {
    for (int number = 0; number < batches.count(); number++) {
      Batch batch = batches.get(number);
      NativeThreads.enter(share);
      NativeThreads.leave();
      meters.add(batch, step);
    }
  }

  private static Dataset samples(int count) {
    double[][] rows = new double[count][3];
    double[] targets = new double[count];
    for (int row = 0; row < count; row++) {
      rows[row] = new double[] {Math.sin(row), Math.cos(row), Math.sin(2.0 * row)};
      targets[row] = row % 2;
    }
    return Dataset.of(rows, targets);
  }
}
