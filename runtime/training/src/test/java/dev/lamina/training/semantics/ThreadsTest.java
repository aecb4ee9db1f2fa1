package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** How many native threads a training has, and who else notices. */
class ThreadsTest {

  // Products of [64, 70], [70, 300] and [300, 70] are large enough for OpenBLAS to share them.
  private static final Network NETWORK = sequential(input(70), dense(300).tanh(), dense(70));
  private static final TrainingPlan PLAN =
      training(meanSquaredError(), adam()).epochs(2).batchSize(64);
  private static final Split DATA = Split.of(samples(200), samples(30));

  private final ExecutorService others = Executors.newCachedThreadPool();
  private final String before = settings();

  @AfterEach
  void endThreads() {
    others.shutdown();
  }

  @Test
  void aTrainingHasAsManyAsTheProcessUnlessAskedOtherwise() {
    TrainingResult plain = train(Trainer.create());
    TrainingResult asked = train(Trainer.create().threads(3));

    assertThat(plain.threads()).isEqualTo(Nd4j.factory().blas().getMaxThreads());
    assertThat(asked.threads()).isEqualTo(3);
  }

  @Test
  void theSameNumberGivesTheSameWeights() {
    for (int threads = 1; threads <= 3; threads++) {
      TrainingResult once = train(Trainer.create().threads(threads));

      TrainingResult again = train(Trainer.create().threads(once.threads()));

      assertThat(again.model().weights()).isEqualTo(once.model().weights());
    }
  }

  @Test
  void theNumberThatWasUsedRepeatsATrainingThatAskedForNone() {
    TrainingResult plain = train(Trainer.create());

    TrainingResult again = train(Trainer.create().threads(plain.threads()));

    assertThat(again.model().weights()).isEqualTo(plain.model().weights());
  }

  @Test
  void trainingsSideBySideGiveWhatEachGivesAlone() throws ExecutionException, InterruptedException {
    List<TrainingResult> alone = new ArrayList<>();
    List<Future<TrainingResult>> together = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      alone.add(train(Trainer.create().threads(threads)));
    }

    for (int training = 0; training < 6; training++) {
      Trainer trainer = Trainer.create().threads(1 + training % 3);
      together.add(others.submit(() -> train(trainer)));
    }

    for (int training = 0; training < 6; training++) {
      TrainingResult result = together.get(training).get();
      assertThat(result.model().weights()).isEqualTo(alone.get(training % 3).model().weights());
      assertThat(result.history().epochs())
          .usingRecursiveComparison()
          .ignoringFields("seconds")
          .isEqualTo(alone.get(training % 3).history().epochs());
    }
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void aListenerMayTrainWithAnotherNumber() {
    TrainingResult alone = train(Trainer.create().threads(2));
    List<TrainingResult> within = new ArrayList<>();
    TrainingListener trains =
        new TrainingListener() {
          @Override
          public void epochStarted(int number) {
            within.add(train(Trainer.create().threads(1)));
          }
        };

    TrainingResult around = train(Trainer.create().threads(2).listener(trains));

    assertThat(within).hasSize(2);
    assertThat(within.get(0).model().weights()).isEqualTo(within.get(1).model().weights());
    assertThat(around.model().weights()).isEqualTo(alone.model().weights());
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void theCallersSettingsAreBackAfterTraining() {
    TrainingResult result = train(Trainer.create().threads(1));

    assertThat(result.threads()).isEqualTo(1);
    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void theCallersSettingsAreBackAfterAnException() {
    TrainingListener fails =
        new TrainingListener() {
          @Override
          public void batchEnded(BatchEnd end) {
            throw new IllegalStateException("enough");
          }
        };

    assertThatThrownBy(() -> train(Trainer.create().threads(1).listener(fails)))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");

    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void listenersComputeWithElementwiseSettingsOfTheirOwn() {
    List<String> seen = new ArrayList<>();
    TrainingListener looks =
        new TrainingListener() {
          @Override
          public void batchEnded(BatchEnd end) {
            seen.add(settings());
          }
        };

    TrainingResult result = train(Trainer.create().listener(looks));

    assertThat(result.threads()).isPositive();
    assertThat(seen).hasSize(8).containsOnly(before);
  }

  private static TrainingResult train(Trainer trainer) {
    return trainer.train(NETWORK, PLAN, DATA);
  }

  private static String settings() {
    return "products %d, elementwise %d, parts %d"
        .formatted(
            Nd4j.factory().blas().getMaxThreads(),
            NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads(),
            Nd4j.getEnvironment().maxMasterThreads());
  }

  private static Dataset samples(int count) {
    double[][] rows = new double[count][70];
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < 70; column++) {
        rows[row][column] = Math.sin(row * 71.0 + column);
      }
    }
    return Dataset.of(rows, rows);
  }
}
