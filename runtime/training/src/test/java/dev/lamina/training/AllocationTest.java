package dev.lamina.training;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adaBelief;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** What a step without listeners leaves on the Java heap, and what it makes natively. */
class AllocationTest {

  private static final int STEPS = 1000;

  /** DL4J's own step leaves some 370,000; 1,070 to 1,380 were measured, half of it by dropout. */
  private static final long BYTES_OF_A_STEP = 2_000;

  private static final Network NETWORK =
      sequential(input(3), dense(4).relu().l1(0.001).l2(0.01), dropout(0.25), dense(1).sigmoid());
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

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        sgd(0.1),
        nesterov(),
        momentum(0.1),
        adam(),
        adamW(),
        adaBelief(),
        adaDelta(),
        adaGrad(),
        adaMax(),
        amsGrad(),
        lion(),
        nadam(),
        rmsProp(),
        rmsProp().centered());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aWholeStepLeavesLittleAndMakesNothingNatively(Optimizer optimizer) {
    Trainer trainer = Trainer.create();
    TrainingPlan plan = PLAN.optimizer(optimizer);
    Left warmUp = leftByTraining(trainer, plan, 10 + STEPS);
    Left few = leftByTraining(trainer, plan, 10);

    Left many = leftByTraining(trainer, plan, 10 + STEPS);

    assertThat(warmUp.bytes()).isPositive();
    assertThat((many.bytes() - few.bytes()) / STEPS).isPositive().isLessThan(BYTES_OF_A_STEP);
    assertThat(many.natives()).isEqualTo(few.natives());
    assertThat(many.arrays()).isEqualTo(few.arrays());
  }

  private Left leftByTraining(Trainer trainer, TrainingPlan plan, int steps) {
    Dataset data = samples(4 * steps);
    long arrays = Nd4j.scalar(0).getId();
    long natives = Nd4j.getDeallocatorService().nextValue();
    long before = threads.getCurrentThreadAllocatedBytes();
    TrainingResult result = trainer.train(NETWORK, plan, data);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(result.stopReason()).hasToString("EpochsDone[1]");
    return new Left(
        bytes - 4L * Integer.BYTES * steps, // the order of the samples
        Nd4j.getDeallocatorService().nextValue() - natives,
        Nd4j.scalar(0).getId() - arrays);
  }

  /** Bytes on the Java heap, and how many native objects, and arrays of ND4J's, were made. */
  private record Left(long bytes, long natives, long arrays) {}

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
