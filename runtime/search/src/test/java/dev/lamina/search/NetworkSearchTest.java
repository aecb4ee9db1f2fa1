package dev.lamina.search;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static dev.lamina.search.storage.Storages.journal;
import static dev.lamina.training.data.Splits.shares;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSearchTest {

  private static final IntParam WIDTH = integer("width", 4, 32);
  private static final RealParam RATE = real("rate", 1e-3, 1e-1).log();

  @Test
  void theBestTrialTrainsAgainToTheSameValue() {
    Split data = iris();
    SearchPlan plan = plan().trials(6);

    SearchResult found = Tuner.using(randomSearch()).parallel(2).run(plan, data);
    TrainingResult again = found.train(found.best());

    assertThat(again.history().values(validation(accuracy()))[4])
        .isEqualTo(found.best().value().getAsDouble());
  }

  @Test
  void whichObjectiveLacksItsDataIsSaid() {
    SearchPlan plan = plan().optimize(training(loss()), validation(accuracy())).trials(2);

    assertThatThrownBy(() -> Tuner.using(randomSearch()).run(plan, iris().training()))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Search `study` is not valid: 1 problem.",
                "  1. Its objective `validation(accuracy())` needs validation data, but there is"
                    + " none.",
                "     Fix: give a split such as `data.split(0.8, 0.2)`."));
  }

  @Test
  void aParameterThatIsNeverReadIsRefused() {
    SearchPlan plan =
        search(WIDTH, RATE)
            .trying(
                pick ->
                    experiment(
                        sequential(input(4), dense(pick.get(WIDTH)).relu(), dense(3).softmax()),
                        training(sparseCategoricalCrossEntropy(), adam(0.01))));

    assertThatThrownBy(() -> Tuner.using(randomSearch()).run(plan, iris()))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            """
            Search `study` is not valid: 1 problem.
              1. Parameter `real("rate", 0.001, 0.1).log()` is searched, but the experiment did not read it for any of 10000 choices.
                 Fix: read it with `pick.get(...)`, or leave it out of `search(...)`."""
                .replace("\n", System.lineSeparator()));
  }

  /** It says what is wrong with it before any trial. */
  @Test
  void aKnownPointThatCannotBeTrainedIsRefused() {
    SearchPlan plan =
        search(WIDTH)
            .startingFrom(value(WIDTH, 7))
            .trying(
                pick ->
                    experiment(
                        sequential(
                            input(4),
                            dense(pick.get(WIDTH) == 7 ? -1 : pick.get(WIDTH)).relu(),
                            dense(3).softmax()),
                        training(sparseCategoricalCrossEntropy(), adam(0.01))));

    assertThatThrownBy(() -> Tuner.using(randomSearch()).run(plan, iris()))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("The experiment of search `study` for {width=7}");
  }

  /** Momentum matters for one choice in a hundred. */
  @Test
  void aParameterOfARareBranchIsFoundToBeRead() {
    IntParam first = integer("first", 1, 10);
    IntParam second = integer("second", 1, 10);
    SearchPlan plan =
        search(first, second, RATE)
            .trials(2)
            .seed(4)
            .trying(
                pick ->
                    pick.get(first) == 3 && pick.get(second) == 5
                        ? iris(4, pick.get(RATE))
                        : iris(pick.get(first) + pick.get(second), 0.01));

    assertThat(Tuner.using(randomSearch()).run(plan, iris()).trials()).hasSize(2);
  }

  @Test
  void otherDataOfTheSameShapeIsAnotherStudy(@TempDir Path folder) {
    Tuner tuner = Tuner.using(randomSearch()).storage(journal(folder.resolve("study.log")));
    Split other = NamedDatasets.iris().split(shares(0.8, 0.2).seed(5));
    assertThat(tuner.run(plan().trials(1), iris()).trials()).hasSize(1);

    assertThatThrownBy(() -> tuner.run(plan().trials(2), other))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("training data");
  }

  private static Experiment iris(int width, double rate) {
    return experiment(
        sequential(input(4), dense(width).relu(), dense(3).softmax()),
        training(sparseCategoricalCrossEntropy(), adam(rate)).epochs(1));
  }

  private static SearchPlan plan() {
    return search(WIDTH, RATE)
        .optimize(validation(accuracy()))
        .seed(9)
        .trying(
            pick ->
                experiment(
                    sequential(input(4), dense(pick.get(WIDTH)).relu(), dense(3).softmax()),
                    training(sparseCategoricalCrossEntropy(), adam(pick.get(RATE))).epochs(5)));
  }

  private static Split iris() {
    return NamedDatasets.iris().split(0.8, 0.2);
  }
}
