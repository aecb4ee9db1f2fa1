package dev.lamina.dsl.training;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.problem.Requirement;
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
  OptionalInt validationEvery;
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
    this.validationEvery = plan.validationEvery();
  }

  /** A plan clips in one way; the same way with another limit takes the place of the first. */
  void clipping(Clipping added) {
    clipping
        .filter(present -> present.getClass() != added.getClass())
        .ifPresent(present -> refuse(present, added));
    clipping = Optional.of(added);
  }

  private static void refuse(Clipping present, Clipping added) {
    new Requirement(new Code(added.toString()))
        .that(
            false,
            "clipping",
            "of the kind that the plan has, `" + present + "`,",
            added,
            "keep one of the two: a plan clips in one way");
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
        augmentations,
        validationEvery);
  }
}
