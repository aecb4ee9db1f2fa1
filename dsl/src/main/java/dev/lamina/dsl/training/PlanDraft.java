package dev.lamina.dsl.training;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.optimizer.Optimizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A plan in the making, so that an option names only what it changes. */
final class PlanDraft {

  private final Loss loss;
  Optimizer optimizer;
  int epochs;
  int batchSize;
  long seed;
  Precision precision;
  List<Metric> metrics;
  List<StopRule> stopRules;
  OptionalInt accumulation;
  OptionalDouble averageDecay;
  List<Double> classWeights;
  List<Augmentation> augmentations;
  private Optional<Clipping> clipping;
  private Optional<ReduceOnPlateau> rateAdjustment;

  PlanDraft(TrainingPlan plan) {
    this.loss = plan.loss();
    this.optimizer = plan.optimizer();
    this.epochs = plan.epochs();
    this.batchSize = plan.batchSize();
    this.seed = plan.seed();
    this.precision = plan.precision();
    this.metrics = plan.metrics();
    this.stopRules = plan.stopRules();
    this.clipping = plan.clipping();
    this.rateAdjustment = plan.rateAdjustment();
    this.accumulation = plan.accumulation();
    this.averageDecay = plan.averageDecay();
    this.classWeights = plan.classWeights();
    this.augmentations = plan.augmentations();
  }

  void clipping(Clipping added) {
    clipping = Optional.of(added);
  }

  void rateAdjustment(ReduceOnPlateau added) {
    rateAdjustment = Optional.of(added);
  }

  TrainingPlan plan() {
    return new TrainingPlan(
        loss,
        optimizer,
        epochs,
        batchSize,
        seed,
        precision,
        metrics,
        stopRules,
        clipping,
        rateAdjustment,
        accumulation,
        averageDecay,
        classWeights,
        augmentations);
  }
}
