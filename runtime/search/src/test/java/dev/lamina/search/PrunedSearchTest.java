package dev.lamina.search;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.search.pruner.Pruners.hyperband;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static dev.lamina.search.sampler.Samplers.cmaEs;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static dev.lamina.search.sampler.Samplers.tpe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrunedSearchTest {

  private static final IntParam WIDTH = integer("width", 4, 64).log();
  private static final RealParam RATE = real("rate", 1e-4, 1e-1).log();
  private static final RealParam DROPOUT = real("dropout", 0, 0.5);

  static Stream<Arguments> studies() {
    return Stream.of(
        arguments(tpe().startup(4), successiveHalving().reductionFactor(2)),
        arguments(randomSearch(), hyperband(8).reductionFactor(2)),
        arguments(randomSearch(), medianPruner()),
        arguments(cmaEs(), medianPruner()));
  }

  @ParameterizedTest
  @MethodSource("studies")
  void anyNumberOfWorkersEndsTheSameTrialsAtTheSameEpochs(Sampler sampler, Pruner pruner) {
    Split data = NamedDatasets.iris().split(0.8, 0.2);
    SearchPlan plan = plan(4, 3, 8).trials(16).window(8);
    Tuner tuner = Tuner.using(sampler).pruner(pruner);

    SearchResult alone = tuner.parallel(1).run(plan, data);
    String two = tuner.parallel(2).run(plan, data).fingerprint();
    String eight = tuner.parallel(8).run(plan, data).fingerprint();

    assertThat(two).isEqualTo(alone.fingerprint());
    assertThat(eight).isEqualTo(alone.fingerprint());
    assertThat(alone.trials())
        .extracting(Trial::state)
        .contains(TrialState.PRUNED, TrialState.COMPLETE);
  }

  @Test
  void successiveHalvingComesNearlyAsFarInAThirdOfTheEpochs() {
    SearchPlan plan = plan(64, 10, 16).trials(20).window(2);

    requireNearlyAsGood(plan);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Tag("soak")
  void ofSixtyTrialsTooWhicheverTheSeed(long seed) {
    SearchPlan plan = plan(64, 10, 16).trials(60).seed(seed);

    requireNearlyAsGood(plan);
  }

  /** Neither search stops by itself, so that epochs count as they were planned. */
  private static void requireNearlyAsGood(SearchPlan plan) {
    Split data = NamedDatasets.digits().split(0.8, 0.2);
    SearchResult full = Tuner.using(randomSearch()).parallel(2).run(plan, data);
    SearchResult halved = tuner(successiveHalving(), 2).run(plan, data);

    assertThat(epochs(full)).isEqualTo(plan.limits().trials() * 16);
    assertThat(epochs(halved)).isLessThanOrEqualTo(epochs(full) / 3);
    assertThat(best(halved)).isGreaterThanOrEqualTo(0.95 * best(full));
  }

  private static Tuner tuner(Pruner pruner, int workers) {
    return Tuner.using(randomSearch()).pruner(pruner).parallel(workers);
  }

  private static SearchPlan plan(int inputs, int classes, int epochs) {
    return search(WIDTH, RATE, DROPOUT)
        .optimize(validation(accuracy()))
        .seed(11)
        .trying(
            pick ->
                experiment(
                    sequential(
                        input(inputs),
                        dense(pick.get(WIDTH)).relu(),
                        dropout(pick.get(DROPOUT)),
                        dense(classes).softmax()),
                    training(sparseCategoricalCrossEntropy(), adam(pick.get(RATE)))
                        .epochs(epochs)));
  }

  private static int epochs(SearchResult result) {
    return result.trials().stream().mapToInt(trial -> trial.reports().size()).sum();
  }

  private static double best(SearchResult result) {
    assertThat(result.best().state()).isEqualTo(TrialState.COMPLETE);
    return result.best().value().getAsDouble();
  }
}
