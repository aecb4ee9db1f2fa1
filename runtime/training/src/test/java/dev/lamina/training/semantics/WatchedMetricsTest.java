package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.auc;
import static dev.lamina.dsl.Metrics.f1;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.StopReason;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Metrics that are counted over an epoch, while a network is trained. */
class WatchedMetricsTest {

  private static final Network NETWORK = sequential(input(2), dense(1).sigmoid());
  private static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), sgd(0.5))
          .epochs(40)
          .batchSize(8)
          .seed(3)
          .precision(Precision.FLOAT64)
          .measure(f1(), auc());

  @Test
  void earlyStoppingWatchesTheF1OfValidation() {
    TrainingPlan plan = PLAN.stopWhen(earlyStopping(validation(f1())).patience(3));

    TrainingResult result = Trainer.create().train(NETWORK, plan, split());

    double best = result.history().best(validation(f1())).orElseThrow().value(validation(f1()));
    assertThat(result.stopReason()).isInstanceOf(StopReason.NoProgress.class);
    assertThat(f1Of(result.model(), split().validation().orElseThrow())).isEqualTo(best);
  }

  @Test
  void theAreaIsKnownAtTheEndOfAnEpochOnly() {
    Set<Monitor> meanwhile = new LinkedHashSet<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void batchEnded(BatchEnd end) {
            meanwhile.addAll(end.values().keySet());
          }
        };

    TrainingResult result =
        Trainer.create().listener(listener).train(NETWORK, PLAN.epochs(1), split());

    assertThat(meanwhile).containsExactly(training(loss()), training(f1()));
    assertThat(result.history().epochs().get(0).values().keySet())
        .containsExactly(
            training(loss()),
            training(f1()),
            training(auc()),
            validation(loss()),
            validation(f1()),
            validation(auc()));
  }

  /** By hand, from predictions. */
  private static double f1Of(Model model, Dataset data) {
    int right = 0;
    int predictedOrActual = 0;
    double[] features = new double[2];
    double[] target = new double[1];
    for (int row = 0; row < data.size(); row++) {
      data.copyFeatures(row, features, 0);
      data.copyTargets(row, target, 0);
      boolean found = model.predict(features)[0] > 0.5;
      right += found && target[0] == 1 ? 1 : 0;
      predictedOrActual += (found ? 1 : 0) + (target[0] == 1 ? 1 : 0);
    }
    return 2.0 * right / predictedOrActual;
  }

  private static Split split() {
    return Split.of(samples(40, 1), samples(60, 2));
  }

  private static Dataset samples(int count, long seed) {
    Random random = new Random(seed);
    double[][] features = new double[count][];
    double[] targets = new double[count];
    for (int row = 0; row < count; row++) {
      features[row] = new double[] {random.nextGaussian(), random.nextGaussian()};
      double noisy = features[row][0] - features[row][1] + random.nextGaussian();
      targets[row] = noisy > 0.5 ? 1 : 0;
    }
    return Dataset.of(features, targets);
  }
}
