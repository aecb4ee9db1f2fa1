package dev.lamina.training;

import static dev.lamina.dsl.Initializers.orthogonal;
import static dev.lamina.dsl.Initializers.truncatedNormal;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Losses.categoricalFocalCrossEntropy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Schedules.cosineRestarts;
import static dev.lamina.dsl.Schedules.warmUp;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one program saved, another goes on with. */
class SavedModelInAnotherJvmTest {

  private static final Network NETWORK =
      sequential(
          input(4),
          gaussianNoise(0.1),
          dense(6).initializer(orthogonal()).l2(0.01).frozen().named("held"),
          batchNorm().frozen(),
          dense(6).gelu().biasInitializer(truncatedNormal()).maxNorm(2).dropConnect(0.2),
          gaussianDropout(0.2),
          dense(6).selu().weightDecay(0.1).biasL2(0.1),
          alphaDropout(0.2),
          dense(6).mish(),
          batchNorm(),
          dropout(0.2),
          dense(3).softmax(2));

  private static final TrainingPlan PLAN =
      training(
              categoricalFocalCrossEntropy(),
              adamW(warmUp(3, cosineRestarts(0.01, 5))).decayBiases())
          .epochs(4)
          .batchSize(8)
          .seed(11)
          .clipGlobalNorm(1)
          .adjustRate(reduceOnPlateau(training(loss())).patience(1));

  @Test
  void itPredictsAndTrainsOnInTheSameBits(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("saved.lamina");
    Model model = Trainer.create().train(NETWORK, PLAN, data()).model();
    model.save(file);

    ChildJvm child = ChildJvm.of(GoOn.class, file.toString());

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip()).isEqualTo(goneOn(model).strip());
  }

  /** Predictions, the description, and the weights after training on. */
  private static String goneOn(Model model) {
    Model next = Trainer.create().train(model, model.plan(), data()).model();
    return String.join(
        System.lineSeparator(),
        Arrays.toString(model.predict(new double[] {1, -2, 0.5, 3})),
        model.network().toString(),
        model.plan().toString(),
        next.weights().toString());
  }

  private static Dataset data() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] features = new double[40][4];
    double[][] targets = new double[40][3];
    for (int row = 0; row < 40; row++) {
      features[row] = random.doubles(4, -1, 1).toArray();
      targets[row][random.nextInt(3)] = 1;
    }
    return Dataset.of(features, targets);
  }

  /** What the child runs. */
  static final class GoOn {

    private GoOn() {}

    public static void main(String[] arguments) {
      System.out.println(goneOn(Model.load(Path.of(arguments[0]))));
    }
  }
}
