package dev.lamina.search.storage;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.SearchListener;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.Cancellation;
import dev.lamina.training.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while networks are trained, and while a function blocks. */
@Timeout(120)
class InterruptedSearchTest {

  private static final IntParam EPOCHS = integer("epochs", 1, 1_000_000);

  @TempDir private Path folder;

  @BeforeEach
  void requireCtrlC() throws IOException {
    assumeThat(StudyProcess.canBeInterrupted()).as("whether Ctrl-C is heeded here").isTrue();
  }

  @Test
  void whatIsDoneIsKeptAndWhatRunsIsGivenBack() throws IOException, InterruptedException {
    Path file = folder.resolve("study.log");
    try (StudyProcess process = StudyProcess.start(Program.class, file).awaitWork()) {
      Instant start = Instant.now();

      assertThat(process.interrupt()).as("128 and the number of the signal").isEqualTo(130);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    Cancellation cancelled = Cancellation.create();
    cancelled.cancel();
    SearchResult kept = run(tuner(file).stopOn(cancelled));
    assertThat(kept.trials())
        .extracting(Trial::state)
        .containsExactly(TrialState.COMPLETE, TrialState.WAITING);
    assertThat(kept.trials().get(0).reports()).hasSize(2);
  }

  @Test
  void aFunctionThatBlocksIsInterruptedAndGivenBack() throws IOException, InterruptedException {
    Path file = folder.resolve("study.log");
    try (StudyProcess process = StudyProcess.start(Blocking.class, file).awaitWork()) {
      Instant start = Instant.now();

      assertThat(process.interrupt()).as("128 and the number of the signal").isEqualTo(130);

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    SearchResult resumed = tuner(file).minimize(Blocking.PLAN, trial -> trial.get(EPOCHS));
    assertThat(resumed.trials().get(0).reports()).as("done by the process").containsEntry(1, 0.5);
    assertThat(resumed.complete()).hasSize(2);
  }

  private static Tuner tuner(Path file) {
    return Tuner.using(randomSearch()).storage(Storages.journal(file));
  }

  /** The first trial is over soon, the second one never. */
  private static SearchResult run(Tuner tuner) {
    SearchPlan plan =
        search(EPOCHS)
            .optimize(training(loss()))
            .trials(2)
            .startingFrom(value(EPOCHS, 2), value(EPOCHS, 1_000_000))
            .trying(
                pick ->
                    experiment(
                        sequential(input(1), dense(1)),
                        training(meanSquaredError(), sgd(0.01)).epochs(pick.get(EPOCHS))));
    Dataset line = Dataset.of(new double[][] {{0}, {1}, {2}}, new double[] {1, 3, 5});
    return tuner.run(plan, line);
  }

  /** What the child runs. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      SearchResult unexpected = run(tuner(Path.of(arguments[0])).listener(new Announcing()));
      System.out.println(unexpected.trials());
    }
  }

  /** What a child runs whose second trial never ends by itself. */
  static final class Blocking {

    private static final SearchPlan PLAN = search(EPOCHS).trials(2).seed(1);

    private Blocking() {}

    public static void main(String[] arguments) {
      SearchResult unexpected = tuner(Path.of(arguments[0])).minimize(PLAN, Blocking::value);
      System.out.println(unexpected.trials());
    }

    private static double value(ActiveTrial trial) {
      if (trial.number() == 0 && !trial.report(1, 0.5)) {
        return 0.5;
      }
      System.out.println("working");
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException told) {
        throw new IllegalStateException(told);
      }
      return 0;
    }
  }

  /** Says when the second trial is at work. */
  private static final class Announcing implements SearchListener {

    @Override
    public void trialReported(Trial trial) {
      if (trial.number() == 1 && trial.reports().size() == 1) {
        System.out.println("working");
      }
    }
  }
}
