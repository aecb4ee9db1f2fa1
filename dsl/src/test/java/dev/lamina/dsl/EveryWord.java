package dev.lamina.dsl;

import static dev.lamina.dsl.Augmentations.flipImages;
import static dev.lamina.dsl.Augmentations.jitter;
import static dev.lamina.dsl.Augmentations.mixup;
import static dev.lamina.dsl.Augmentations.shiftImages;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.absoluteError;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.binaryFocalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalFocalCrossEntropy;
import static dev.lamina.dsl.Losses.cosineSimilarity;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.huber;
import static dev.lamina.dsl.Losses.klDivergence;
import static dev.lamina.dsl.Losses.logCosh;
import static dev.lamina.dsl.Losses.meanAbsolutePercentageError;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.meanSquaredLogarithmicError;
import static dev.lamina.dsl.Losses.poisson;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Losses.squaredHinge;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.auc;
import static dev.lamina.dsl.Metrics.f1;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.precision;
import static dev.lamina.dsl.Metrics.rSquared;
import static dev.lamina.dsl.Metrics.recall;
import static dev.lamina.dsl.Metrics.rootMeanSquaredError;
import static dev.lamina.dsl.Metrics.topKAccuracy;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.timeBudget;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.dsl.training.Watcher;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every word of the language, with its defaults and with every option: a line for each. */
final class EveryWord {

  private EveryWord() {}

  /** All descriptions below. */
  static Stream<Object> descriptions() {
    return Stream.of(
            EveryLayer.descriptions(),
            losses().stream(),
            EveryOptimizer.descriptions(),
            metrics().stream(),
            watchers().stream(),
            Stream.of(timeBudget(0.5), timeBudget(Duration.ofHours(2))),
            augmentations().stream(),
            networks().stream(),
            plans().stream(),
            EverySearch.descriptions())
        .flatMap(each -> each);
  }

  private static List<Loss> losses() {
    return List.of(
        meanSquaredError(),
        absoluteError(),
        meanAbsolutePercentageError(),
        meanSquaredLogarithmicError(),
        huber(),
        huber(0.5),
        logCosh(),
        poisson(),
        hinge(),
        squaredHinge(),
        cosineSimilarity(),
        binaryCrossEntropy(),
        binaryCrossEntropy().labelSmoothing(0.1),
        binaryFocalCrossEntropy(),
        binaryFocalCrossEntropy().gamma(1.5).alpha(0.25),
        binaryFocalCrossEntropy().alpha(0),
        categoricalCrossEntropy(),
        categoricalCrossEntropy().labelSmoothing(0.1),
        categoricalFocalCrossEntropy(),
        categoricalFocalCrossEntropy().gamma(1.5).alpha(0.5).labelSmoothing(0.1),
        sparseCategoricalCrossEntropy(),
        sparseCategoricalCrossEntropy().labelSmoothing(0.1),
        klDivergence());
  }

  private static List<Object> metrics() {
    return List.of(
        loss(),
        accuracy(),
        meanAbsoluteError(),
        precision(),
        precision().micro(),
        precision().weighted(),
        recall(),
        recall().micro(),
        recall().weighted(),
        f1(),
        f1().micro(),
        f1().weighted(),
        topKAccuracy(5),
        auc(),
        rootMeanSquaredError(),
        rSquared(),
        training(loss()),
        validation(accuracy()));
  }

  private static List<Watcher> watchers() {
    return List.of(
        earlyStopping(training(loss())),
        earlyStopping(validation(accuracy()))
            .patience(3)
            .minDelta(1e-4)
            .startFrom(10)
            .baseline(-0.5)
            .keepLast(),
        reduceOnPlateau(training(loss())),
        reduceOnPlateau(validation(accuracy()))
            .factor(0.5)
            .patience(3)
            .minDelta(0)
            .cooldown(2)
            .least(1e-5));
  }

  private static List<Augmentation> augmentations() {
    return List.of(
        jitter(0.1),
        shiftImages(28, 28, 2),
        shiftImages(32, 24, 4).channels(3),
        flipImages(28, 28),
        flipImages(32, 24).channels(3),
        mixup(0.2));
  }

  private static List<Object> networks() {
    return List.of(
        input(20),
        stack(),
        stack(dense(8), stack(batchNorm(), relu())),
        sequential(input(2)),
        sequential(input(20), stack(dense(64), relu()), dropout(0.3), dense(1).sigmoid()),
        sequential(input(2), dense(1)).named("a \"quoted\" \\ name"));
  }

  private static List<TrainingPlan> plans() {
    return List.of(
        training(meanSquaredError(), sgd()),
        training(meanSquaredError(), sgd()).seed(-7),
        training(meanSquaredError(), sgd()).clipValue(0.5),
        training(meanSquaredError(), sgd()).clipNorm(1),
        training(meanSquaredError(), sgd()).clipGlobalNorm(1e-3),
        training(meanSquaredError(), sgd()).accumulateGradients(4).averageWeights(0.99),
        training(meanSquaredError(), sgd()).averageWeights(0),
        training(binaryCrossEntropy(), sgd()).classWeights(1, 2.5),
        training(meanSquaredError(), sgd()).augment(jitter(0.1), mixup(1)),
        training(meanSquaredError(), sgd()).validateEvery(500),
        training(binaryCrossEntropy(), adam(1e-3))
            .epochs(100)
            .batchSize(16)
            .seed(Long.MIN_VALUE)
            .precision(Precision.FLOAT64)
            .measure(accuracy(), meanAbsoluteError())
            .stopWhen(
                earlyStopping(validation(loss())).patience(3),
                earlyStopping(training(accuracy())).keepLast(),
                timeBudget(3600)),
        training(meanSquaredError(), sgd()).adjustRate(reduceOnPlateau(training(loss()))));
  }
}
