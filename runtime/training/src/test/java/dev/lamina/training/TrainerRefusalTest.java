package dev.lamina.training;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class TrainerRefusalTest {

  private static final Network NETWORK = sequential(input(2), dense(1));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());
  private static final Dataset DATA =
      Dataset.of(new double[][] {{0, 1}, {1, 0}, {1, 1}}, new double[] {1, 1, 0});

  @Test
  void everythingWrongWithNetworkPlanAndDataIsSaidAtOnce() {
    Network network =
        sequential(
                input(3),
                dense(4).named("hidden"),
                batchNorm().named("hidden"),
                dense(2).sigmoid(),
                dropout(0.5))
            .named("churn");
    TrainingPlan plan =
        training(categoricalCrossEntropy(), sgd())
            .batchSize(2)
            .measure(loss())
            .stopWhen(earlyStopping(validation(accuracy())).patience(2));

    String message = messageOf(() -> Trainer.create().train(network, plan, DATA));

    assertThat(message)
        .isEqualTo(
            """
            Training of network `churn` is not valid: 9 problems.
              1. Layer 2 `batchNorm().named("hidden")` needs a name of its own but has that of layer 1.
                 Fix: give one of them another name.
              2. Layer 4 `dropout(0.5)` drops outputs, but dropout is for input and hidden neurons, \
            never for outputs.
                 Fix: remove it, or put it before the last layer that has weights.
              3. `measure(loss())` names the loss, which is always measured.
                 Fix: remove it.
              4. `earlyStopping(validation(accuracy())).patience(2)` watches a metric that is not \
            measured.
                 Fix: add `.measure(accuracy())`, or watch another: there is `loss()`.
              5. Layer 3 `dense(2).sigmoid()` ends the network, but `categoricalCrossEntropy()` \
            needs outputs that sum to 1.
                 Fix: use `.softmax()`, or train with `binaryCrossEntropy()`.
              6. `earlyStopping(validation(accuracy())).patience(2)` watches validation data but \
            none is given.
                 Fix: give some, `Split.of(training, validation)`, or watch `training(accuracy())`.
              7. Training data has 2 features in each sample but the network takes `input(3)`.
                 Fix: use `input(2)`, or give samples of 3 features.
              8. Training data has 1 target in each sample but `categoricalCrossEntropy()` needs 2 \
            for the 2 outputs of layer 4 `dropout(0.5)`.
                 Fix: train with `sparseCategoricalCrossEntropy()` if the target is a class index.
              9. Training data has 3 samples, so that with `batchSize(2)` the last batch of an epoch \
            holds 1, but batch normalization needs at least 2 in a batch.
                 Fix: use `.batchSize(3)`, or leave a sample out.""");
  }

  @Test
  void bothPartsOfTheDataAreChecked() {
    Dataset broken = Dataset.of(new double[][] {{0, Double.NaN}}, new double[] {3});
    Network network = sequential(input(2), dense(1).sigmoid());
    TrainingPlan plan = training(binaryCrossEntropy(), sgd());

    String message = messageOf(() -> Trainer.create().train(network, plan, Split.of(DATA, broken)));

    assertThat(message)
        .isEqualTo(
            """
            Training of network `sequential` is not valid: 2 problems.
              1. Validation data needs numbers that are finite but row 0, feature column 1 (both \
            counted from 0) is NaN.
                 Fix: remove such samples, or fill in the missing values.
              2. Validation data needs targets between 0 and 1 for `binaryCrossEntropy()` but row 0, \
            target column 0 (both counted from 0) is 3.
                 Fix: give 0 or 1, or numbers between.""");
  }

  @Test
  void aBatchOfOneIsRefusedWhereItIsNormalized() {
    Network network = sequential(input(2), dense(4), batchNorm(), dense(1));

    String message = messageOf(() -> Trainer.create().train(network, PLAN.batchSize(1), DATA));

    assertThat(message)
        .isEqualTo(
            """
            Training of network `sequential` is not valid: 1 problem.
              1. Layer 2 `batchNorm()` needs at least 2 samples in a batch but `batchSize(1)` gives \
            it 1, of which every normalized value would be 0.
                 Fix: use larger batches, such as `.batchSize(32)`, or remove the layer.""");
  }

  @Test
  void listenersHearNothingOfWhatIsRefused() {
    TrainingListener listener = Mockito.mock(TrainingListener.class);
    Trainer trainer = Trainer.create().listener(listener);

    String message = messageOf(() -> trainer.train(sequential(input(2)), PLAN, DATA));

    assertThat(message).startsWith("Training of network `sequential` is not valid: 1 problem.");
    Mockito.verifyNoInteractions(listener);
  }

  @Test
  void aNetworkIsRequired() {
    String message = messageOf(() -> Trainer.create().train((Network) null, PLAN, DATA));

    assertThat(message).isEqualTo(missing("network"));
  }

  @Test
  void aPlanIsRequired() {
    String message = messageOf(() -> Trainer.create().train(NETWORK, null, DATA));

    assertThat(message).isEqualTo(missing("plan"));
  }

  @Test
  void dataIsRequired() {
    String split = messageOf(() -> Trainer.create().train(NETWORK, PLAN, (Split) null));
    String data = messageOf(() -> Trainer.create().train(NETWORK, PLAN, (Dataset) null));

    assertThat(split).isEqualTo(missing("split"));
    assertThat(data)
        .isEqualTo(
            """
            `Split.of(training)` is not valid: 1 problem.
              1. `training` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void aListenerIsRequired() {
    String message = messageOf(() -> Trainer.create().listener(null));

    assertThat(message)
        .isEqualTo(
            """
            `listener(null)` is not valid: 1 problem.
              1. `listener` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void aTrainingNeedsAThread() {
    String message = messageOf(() -> Trainer.create().threads(0));

    assertThat(message)
        .isEqualTo(
            """
            `threads(0)` is not valid: 1 problem.
              1. `most` must be a whole number of at least 1 but is 0.
                 Fix: give the number of threads, such as 2.""");
  }

  @Test
  void aModelToStartFromIsRequired() {
    String message = messageOf(() -> Trainer.create().train((Model) null, PLAN, DATA));

    assertThat(message).isEqualTo(missing("start", "start"));
  }

  @Test
  void planAndDataAreCheckedForTheNetworkOfAModelToo() {
    Model start = Model.untrained(NETWORK, PLAN);
    Dataset broken = Dataset.of(new double[][] {{Double.NaN}}, new double[] {3});

    String message = messageOf(() -> Trainer.create().train(start, PLAN, broken));

    assertThat(message)
        .isEqualTo(messageOf(() -> Trainer.create().train(NETWORK, PLAN, broken)))
        .startsWith("Training of network `sequential` is not valid: ");
  }

  private static String missing(String argument) {
    return missing("network", argument);
  }

  private static String missing(String from, String argument) {
    return """
        `train(%s, plan, split)` is not valid: 1 problem.
          1. `%s` must be a value but is null.
             Fix: pass a value: null stands for nothing."""
        .formatted(from, argument);
  }
}
