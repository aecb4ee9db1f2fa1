package dev.lamina.search;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import dev.lamina.training.listener.OutputFileException;
import dev.lamina.training.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepBestTest {

  private static final RealParam RATE = real("rate", 1e-4, 1e-1).log();
  private static final double[] FLOWER = {5.1, 3.5, 1.4, 0.2};

  @TempDir private Path folder;

  @Test
  void theFileHasTheModelOfTheBestTrial() {
    Path file = folder.resolve("best.lamina");

    SearchResult found =
        Tuner.using(randomSearch()).parallel(2).keepBest(file).run(plan().trials(5), iris());

    try (Model kept = Model.load(file);
        Model trained = found.train(found.best()).model()) {
      assertThat(kept.provenance().seed()).isEqualTo(found.best().seed());
      assertThat(kept.predict(FLOWER)).isEqualTo(trained.predict(FLOWER));
    }
  }

  @Test
  void theFileHasTheBestModelSoFarWhenATrialEnds() {
    Path file = folder.resolve("best.lamina");
    List<Long> kept = new ArrayList<>();
    List<Long> best = new ArrayList<>();

    SearchResult found =
        Tuner.using(randomSearch())
            .keepBest(file)
            .listener(noting(file, kept, best))
            .run(plan().trials(5), iris());

    assertThat(found.complete()).hasSize(5);
    assertThat(kept).hasSize(5).isEqualTo(best);
  }

  @Test
  void aFileThatFellBehindIsMadeUpFor() throws Exception {
    Path file = folder.resolve("best.lamina");
    Files.writeString(file, "no model");

    SearchResult found = Tuner.using(randomSearch()).run(plan().trials(3), iris());
    new BestModel(file).complete(found);

    try (Model kept = Model.load(file)) {
      assertThat(kept.provenance().seed()).isEqualTo(found.best().seed());
    }
  }

  @Test
  void aFileWithoutAFolderIsRefusedBeforeTheFirstTrial() {
    Tuner tuner =
        Tuner.using(randomSearch()).keepBest(folder.resolve("missing").resolve("best.lamina"));

    assertThatThrownBy(() -> tuner.run(plan(), iris()))
        .isInstanceOf(OutputFileException.class)
        .hasMessageContaining("there is no folder");
  }

  @Test
  void aFunctionHasNoModel() {
    Tuner tuner = Tuner.using(randomSearch()).keepBest(folder.resolve("best.lamina"));

    assertThatThrownBy(() -> tuner.minimize(search(RATE), pick -> pick.get(RATE)))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`keepBest` must be absent where a function is searched");
  }

  /** Notes after each trial which model is in the file, and which trial is the best by then. */
  private static SearchListener noting(Path file, List<Long> kept, List<Long> best) {
    List<Trial> ended = new ArrayList<>();
    return new SearchListener() {
      @Override
      public void trialEnded(Trial trial) {
        ended.add(trial);
        try (Model model = Model.load(file)) {
          kept.add(model.provenance().seed());
        }
        best.add(
            ended.stream()
                .max(
                    Comparator.<Trial>comparingDouble(each -> each.value().orElseThrow())
                        .thenComparing(each -> -each.number()))
                .orElseThrow()
                .seed());
      }
    };
  }

  private static SearchPlan plan() {
    return search(RATE)
        .optimize(validation(accuracy()))
        .seed(9)
        .trying(
            pick ->
                experiment(
                    sequential(input(4), dense(8).relu(), dense(3).softmax()),
                    training(sparseCategoricalCrossEntropy(), adam(pick.get(RATE))).epochs(5)));
  }

  private static Split iris() {
    return NamedDatasets.iris().split(0.8, 0.2);
  }
}
