package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.Metrics;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.stream.SampleStream;
import dev.lamina.training.listener.ProgressBar;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
