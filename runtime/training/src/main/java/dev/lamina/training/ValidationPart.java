package dev.lamina.training;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Split;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.NativeThreads;
import dev.lamina.training.engine.Step;
import dev.lamina.training.engine.ThreadShare;
import dev.lamina.training.loop.Batches;
import dev.lamina.training.metric.Meters;
import dev.lamina.training.model.Evaluator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The validation data of a training, if it has any, and what is measured on it. */
final class ValidationPart implements AutoCloseable {

  private final Engine engine;
  private final ThreadShare share;
  private final OptionalInt every;
  private final Optional<Batches> samples;
  private final Meters meters;

  ValidationPart(
      Network network, TrainingPlan plan, Split split, Engine engine, ThreadShare share) {
    this.engine = engine;
    this.share = share;
    this.every = plan.validationEvery();
    this.samples = split.validation().map(Evaluator::batches);
    this.meters = Meters.of(DataPart.VALIDATION, network, plan);
  }

  /** Whether the plan asks for a validation after so many updates. */
  boolean isDue(long updates) {
    return every.isPresent() && updates > 0 && updates % every.getAsInt() == 0;
  }

  /** The loss and the metrics, as the network predicts now; nothing where there is no data. */
  Map<Monitor, Double> values() {
    return samples
        .map(batches -> Evaluator.measure(meters, batches, this::evaluated))
        .orElseGet(Map::of);
  }

  private Step evaluated(Batch batch) {
    NativeThreads.enter(share);
    try {
      return engine.evaluate(batch);
    } finally {
      NativeThreads.leave();
    }
  }

  @Override
  public void close() {
    samples.ifPresent(Batches::close);
  }
}
