package dev.lamina.dsl.check;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.topKAccuracy;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCheckTest {

  private static final Network REGRESSION = sequential(input(2), dense(1));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());

  @Test
  void aValidPlanHasNoProblems() {
    Network network = sequential(input(2), dense(8), batchNorm(), relu(), dense(3).softmax());
    TrainingPlan plan =
        training(categoricalCrossEntropy(), sgd())
            .batchSize(2)
            .measure(accuracy(), meanAbsoluteError())
            .stopWhen(earlyStopping(validation(loss())), earlyStopping(validation(accuracy())));

    List<Problem> problems = PlanCheck.problems(network, plan);

    assertThat(problems).isEmpty();
  }

  @Test
  void theNetworkIsCheckedFirst() {
    Network network = sequential(input(2), dense(1).named("a"), dense(1).named("a"));

    List<Problem> problems = PlanCheck.problems(network, PLAN.measure(loss()));

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Layer 2 `dense(1).named(\"a\")`",
                "needs a name of its own but has that of layer 1.",
                "give one of them another name."),
            new Problem(
                "`measure(loss())`", "names the loss, which is always measured.", "remove it."));
  }

  @Test
  void aNetworkWithoutLayersIsCheckedAgainstThePlanAsFarAsPossible() {
    Network network = sequential(input(2));
    TrainingPlan plan =
        training(binaryCrossEntropy(), sgd()).batchSize(1).measure(accuracy(), accuracy());

    List<Problem> problems = PlanCheck.problems(network, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "The network",
                "needs at least one layer after `input(2)` but has none.",
                "add layers, such as `dense(1)` for one output."),
            new Problem(
                "`measure(accuracy())`", "names a metric that is measured already.", "remove it."));
  }

  @Test
  void aMetricIsMeasuredOnce() {
    TrainingPlan plan = PLAN.measure(meanAbsoluteError(), meanAbsoluteError());

    List<Problem> problems = PlanCheck.problems(REGRESSION, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`measure(meanAbsoluteError())`",
                "names a metric that is measured already.",
                "remove it."));
  }

  @Test
  void notEveryClassIsNamed() {
    Network network = sequential(input(2), dense(3).softmax());
    TrainingPlan plan =
        training(sparseCategoricalCrossEntropy(), sgd()).measure(topKAccuracy(2), topKAccuracy(3));

    List<Problem> problems = PlanCheck.problems(network, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Layer 1 `dense(3).softmax()`",
                "has 3 outputs, of which `topKAccuracy(3)` would name all.",
                "name fewer, or measure `accuracy()`."));
  }

  @Test
  void theLossIsMeasuredAnyway() {
    TrainingPlan plan = PLAN.measure(loss());

    List<Problem> problems = PlanCheck.problems(REGRESSION, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`measure(loss())`", "names the loss, which is always measured.", "remove it."));
  }

  @Test
  void aStopRuleWatchesWhatIsMeasured() {
    TrainingPlan plan = PLAN.stopWhen(earlyStopping(validation(accuracy())).patience(3));

    List<Problem> problems = PlanCheck.problems(REGRESSION, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`earlyStopping(validation(accuracy())).patience(3)`",
                "watches a metric that is not measured.",
                "add `.measure(accuracy())`, or watch another: there is `loss()`."));
  }

  @Test
  void aRateAdjustmentWatchesWhatIsMeasured() {
    TrainingPlan plan = PLAN.adjustRate(reduceOnPlateau(validation(accuracy())).patience(3));

    List<Problem> problems = PlanCheck.problems(REGRESSION, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`reduceOnPlateau(validation(accuracy())).patience(3)`",
                "watches a metric that is not measured.",
                "add `.measure(accuracy())`, or watch another: there is `loss()`."));
  }

  @Test
  void eachStopRuleIsCheckedAgainstAllThatIsMeasured() {
    Network network = sequential(input(2), dense(1).sigmoid());
    TrainingPlan plan =
        training(binaryCrossEntropy(), sgd())
            .measure(accuracy())
            .stopWhen(
                earlyStopping(validation(meanAbsoluteError())),
                earlyStopping(validation(accuracy())),
                earlyStopping(validation(meanAbsoluteError())).patience(2));

    List<Problem> problems = PlanCheck.problems(network, plan);

    String fix =
        "add `.measure(meanAbsoluteError())`, or watch another:"
            + " there are `loss()`, `accuracy()`.";
    assertThat(problems)
        .containsExactly(
            new Problem(
                "`earlyStopping(validation(meanAbsoluteError()))`",
                "watches a metric that is not measured.",
                fix),
            new Problem(
                "`earlyStopping(validation(meanAbsoluteError())).patience(2)`",
                "watches a metric that is not measured.",
                fix));
  }

  @Test
  void thereHasToBeSomethingToLearn() {
    Network network = sequential(input(2), relu(), dropout(0.1), relu()).named("churn");

    List<Problem> problems = PlanCheck.problems(network, PLAN);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Network `churn`",
                "needs parameters to learn but no layer has any.",
                "add a layer with weights, such as `dense(1)`."));
  }

  @Test
  void aNetworkWithNothingLeftToLearnIsFound() {
    Network network = sequential(input(2), batchNorm().frozen()).named("churn");

    List<Problem> problems = PlanCheck.problems(network, PLAN);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Network `churn`",
                "needs parameters to learn but every layer that has any is frozen.",
                "remove `.frozen()` from a layer, such as the last."));
  }

  @Test
  void batchesOfOneAreNormalizedByRunningAverages() {
    Network network = sequential(input(2), batchNorm().frozen(), dense(1));

    List<Problem> problems = PlanCheck.problems(network, PLAN.batchSize(1));

    assertThat(problems).isEmpty();
  }

  @Test
  void batchesOfOneCannotBeNormalized() {
    Network network =
        sequential(input(2), dense(4), batchNorm(), relu(), batchNorm().epsilon(1e-3), dense(1));
    String finding =
        "needs at least 2 samples in a batch but `batchSize(1)` gives it 1,"
            + " of which every normalized value would be 0.";
    String fix = "use larger batches, such as `.batchSize(32)`, or remove the layer.";

    List<Problem> problems = PlanCheck.problems(network, PLAN.batchSize(1));

    assertThat(problems)
        .containsExactly(
            new Problem("Layer 2 `batchNorm()`", finding, fix),
            new Problem("Layer 4 `batchNorm().epsilon(0.001)`", finding, fix));
  }

  @Test
  void allProblemsAreReportedAtOnceInOrder() {
    Network network = sequential(input(2), batchNorm().named("a"), dense(1).relu().named("a"));
    TrainingPlan plan =
        training(binaryCrossEntropy(), sgd())
            .batchSize(1)
            .measure(accuracy(), accuracy())
            .stopWhen(earlyStopping(validation(meanAbsoluteError())));

    InvalidDescriptionException refusal =
        new InvalidDescriptionException("The plan", PlanCheck.problems(network, plan));

    assertThat(refusal.getMessage())
        .isEqualToNormalizingNewlines(
            """
            The plan is not valid: 6 problems.
              1. Layer 2 `dense(1).relu().named("a")` needs a name of its own but has that of \
            layer 1.
                 Fix: give one of them another name.
              2. `measure(accuracy())` names a metric that is measured already.
                 Fix: remove it.
              3. `earlyStopping(validation(meanAbsoluteError()))` watches a metric that is not \
            measured.
                 Fix: add `.measure(meanAbsoluteError())`, or watch another: there are `loss()`, \
            `accuracy()`.
              4. Layer 2 `dense(1).relu().named("a")` ends the network, but \
            `binaryCrossEntropy()` needs outputs that are probabilities, each for itself.
                 Fix: use `.sigmoid()`, or train with `meanSquaredError()`.
              5. Layer 2 `dense(1).relu().named("a")` ends the network, but `accuracy()` needs \
            outputs that are probabilities of classes.
                 Fix: use `.sigmoid()` or `.softmax()`, or measure `meanAbsoluteError()`.
              6. Layer 1 `batchNorm().named("a")` needs at least 2 samples in a batch but \
            `batchSize(1)` gives it 1, of which every normalized value would be 0.
                 Fix: use larger batches, such as `.batchSize(32)`, or remove the layer.""");
  }
}
