package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.Metrics;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.stream.SamplePass;
import dev.lamina.training.data.stream.SampleStream;
import dev.lamina.training.listener.ProgressBar;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Learning from samples that come one after the other. */
class StreamTrainingTest {

  private static final Dataset SAMPLES = RandomRun.samples(37);

  @Test
  void theSameSeedGivesTheSameWeights() {
    SampleStream stream = new Streamed(SAMPLES).shuffleBuffer(10);

    TrainingResult once = Trainer.create().train(RandomRun.NETWORK, RandomRun.PLAN, stream);
    TrainingResult again = Trainer.create().train(RandomRun.NETWORK, RandomRun.PLAN, stream);

    assertThat(again.model().weights()).isEqualTo(once.model().weights());
    assertThat(once.history().size()).isEqualTo(4);
    assertThat(
            Trainer.create()
                .train(RandomRun.NETWORK, RandomRun.PLAN.seed(43), stream)
                .model()
                .weights())
        .isNotEqualTo(once.model().weights());
  }

  /** With one mini-batch an epoch, whose gradient does not depend on the order of its samples. */
  @Test
  void aStreamLearnsWhatTheSameSamplesInMemoryTeach() {
    TrainingPlan whole = training(meanSquaredError(), sgd(0.1)).precision(FLOAT64).epochs(5);
    Network line = sequential(input(4), dense(1));

    TrainingResult inMemory = Trainer.create().train(line, whole.batchSize(37), SAMPLES);
    TrainingResult streamed =
        Trainer.create().train(line, whole.batchSize(37), new Streamed(SAMPLES));

    assertThat(streamed.model().predict(new double[] {1, 2, 3, 4})[0])
        .isCloseTo(inMemory.model().predict(new double[] {1, 2, 3, 4})[0], within(1e-12));
    assertThat(streamed.history().epochs().get(4).value(Metrics.training(loss())))
        .isCloseTo(
            inMemory.history().epochs().get(4).value(Metrics.training(loss())), within(1e-12));
  }

  /** With one mini-batch an epoch, and a first sample that counts nothing. */
  @Test
  void samplesOfAStreamCountAsMuchAsThoseInMemory() {
    TrainingPlan whole =
        training(meanSquaredError(), sgd(0.1)).precision(FLOAT64).epochs(5).batchSize(37);
    Network line = sequential(input(4), dense(1));
    double[] weights = new double[37];
    Arrays.setAll(weights, sample -> sample % 4);

    TrainingResult inMemory = Trainer.create().train(line, whole, SAMPLES.weighted(weights));
    TrainingResult streamed =
        Trainer.create().train(line, whole, new Streamed(SAMPLES.weighted(weights)));
    TrainingResult unweighted = Trainer.create().train(line, whole, new Streamed(SAMPLES));

    double[] sample = {1, 2, 3, 4};
    assertThat(streamed.model().predict(sample)[0])
        .isCloseTo(inMemory.model().predict(sample)[0], within(1e-12))
        .isNotCloseTo(unweighted.model().predict(sample)[0], within(1e-3));
  }

  @Test
  void aMiniBatchOfAStreamMayCountNothing() {
    double[] weights = new double[37];
    Arrays.fill(weights, 8, 37, 1);
    SampleStream stream = new Streamed(SAMPLES.weighted(weights)).shuffleBuffer(1);

    TrainingResult result = Trainer.create().train(RandomRun.NETWORK, RandomRun.PLAN, stream);

    assertThat(result.history().size()).isEqualTo(4);
  }

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
  void listenersHearOfEachMiniBatchAndOfValidation() {
    Recorded recorded = new Recorded();
    SampleStream stream = new Streamed(SAMPLES).shuffleBuffer(10);

    TrainingResult result =
        Trainer.create()
            .listener(recorded)
            .train(RandomRun.NETWORK, RandomRun.PLAN.epochs(2), stream, RandomRun.samples(11));

    assertThat(recorded.announced).containsExactly(OptionalInt.empty());
    assertThat(recorded.batches).containsExactly(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
    assertThat(result.history().epochs().get(1).value(validation(loss()))).isPositive();
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

  @Test
  void theProgressBarCopesWithAnUnknownNumber() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    TrainingResult result =
        Trainer.create()
            .listener(ProgressBar.inLines(out, StandardCharsets.UTF_8))
            .train(RandomRun.NETWORK, RandomRun.PLAN.epochs(1), new Streamed(SAMPLES));

    assertThat(result.history().size()).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("5/5 ━━━━━━━━━━━━━━━━━━━━ ");
  }

  /** Data in memory, read one sample after the other. */
  private record Streamed(Dataset data) implements SampleStream {

    @Override
    public int featureWidth() {
      return data.featureWidth();
    }

    @Override
    public int targetWidth() {
      return data.targetWidth();
    }

    @Override
    public boolean isWeighted() {
      return data.isWeighted();
    }

    @Override
    public SamplePass open() {
      return new SamplePass() {
        private int next;

        @Override
        public double weight() {
          return data.weight(next - 1);
        }

        @Override
        public boolean read(double[] features, double[] targets) {
          if (next == data.size()) {
            return false;
          }
          data.copyFeatures(next, features, 0);
          data.copyTargets(next++, targets, 0);
          return true;
        }
      };
    }
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

  /** What a listener hears of the batches. */
  private static final class Recorded implements TrainingListener {

    private final List<OptionalInt> announced = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();

    @Override
    public void trainingStarted(Start start) {
      announced.add(start.batches());
    }

    @Override
    public void batchEnded(BatchEnd end) {
      batches.add(end.batch());
    }
  }
}
