package dev.lamina.training.semantics;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.Trainer;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Dataset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is wrong with training on a stream, and what is said then. */
class StreamRefusalTest {

  private static final Dataset SAMPLES = RandomRun.samples(37);

  @Test
  void aWeightBelowZeroIsRefusedWhenItComes() {
    Dataset odd = new Odd(SAMPLES);

    String message =
        messageOf(
            () ->
                Trainer.create()
                    .train(RandomRun.NETWORK, RandomRun.PLAN, new Streamed(odd).shuffleBuffer(1)));

    assertThat(message)
        .isEqualTo(
            """
            A mini-batch of the stream is not valid: 1 problem.
              1. Data needs weights of at least 0 within the range of FLOAT32 but that of row 4 \
            (counted from 0) is -1.
                 Fix: give how much each sample counts, such as 1 or 2.5.""");
  }

  @Test
  void checkpointsAreRefused() {
    Trainer trainer = Trainer.create().checkpoints(Checkpoints.in(Path.of("run")));

    String message =
        messageOf(() -> trainer.train(RandomRun.NETWORK, RandomRun.PLAN, new Streamed(SAMPLES)));

    assertThat(message)
        .isEqualTo(
            """
            `train(network, plan, training)` is not valid: 1 problem.
              1. `checkpoints` must be none where samples come as a stream but is \
            Checkpoints.in(Path.of("run")).
                 Fix: train on a data set in memory, or save the model after training.""");
  }

  @Test
  void validationIsAskedForWhereItIsWatched() {
    String message =
        messageOf(
            () ->
                Trainer.create()
                    .train(
                        RandomRun.NETWORK,
                        RandomRun.PLAN.stopWhen(earlyStopping(validation(loss()))),
                        new Streamed(SAMPLES)));

    assertThat(message).contains("watches validation data but none is given.");
  }

  @Test
  void aStreamOfAnotherWidthIsRefusedBeforeTraining() {
    Dataset narrow = Dataset.of(new double[40][3], new double[40]);

    String message =
        messageOf(
            () -> Trainer.create().train(RandomRun.NETWORK, RandomRun.PLAN, new Streamed(narrow)));

    assertThat(message)
        .isEqualTo(
            """
            Training of network `sequential` is not valid: 1 problem.
              1. Training data has 3 features in each sample but the network takes `input(4)`.
                 Fix: use `input(3)`, or give samples of 4 features.""");
  }

  @Test
  void anEmptyStreamIsRefused() {
    Dataset none = SAMPLES.rows(0, 0);

    String message =
        messageOf(
            () -> Trainer.create().train(RandomRun.NETWORK, RandomRun.PLAN, new Streamed(none)));

    assertThat(message).contains("Training data needs at least one sample but has none.");
  }

  @Test
  void whatIsWrongLaterEndsTraining() {
    double[][] rows = new double[40][4];
    rows[30][2] = Double.NaN;
    Streamed stream = new Streamed(Dataset.of(rows, new double[40]));

    String message =
        messageOf(
            () ->
                Trainer.create().train(RandomRun.NETWORK, RandomRun.PLAN, stream.shuffleBuffer(1)));

    assertThat(message)
        .isEqualTo(
            """
            A mini-batch of the stream is not valid: 1 problem.
              1. Data needs numbers that are finite but row 6, feature column 2 (both counted from 0) \
            is NaN.
                 Fix: remove such samples, or fill in the missing values.""");
  }

  /** The same samples, of which that in row 20 has no weight that can be. */
  private record Odd(Dataset data) implements Dataset {

    @Override
    public int size() {
      return data.size();
    }

    @Override
    public int featureWidth() {
      return data.featureWidth();
    }

    @Override
    public int targetWidth() {
      return data.targetWidth();
    }

    @Override
    public void copyFeatures(int row, double[] into, int at) {
      data.copyFeatures(row, into, at);
    }

    @Override
    public void copyTargets(int row, double[] into, int at) {
      data.copyTargets(row, into, at);
    }

    @Override
    public boolean isWeighted() {
      return true;
    }

    @Override
    public double weight(int row) {
      return row == 20 ? -1 : 1;
    }
  }
}
