package dev.lamina.training;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.stream.SampleStream;
import dev.lamina.training.data.stream.StreamHead;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.loop.BatchSource;
import dev.lamina.training.loop.StreamBatches;
import java.util.Optional;

/**
 * A training whose samples come as a stream.
 *
 * @param network what learns
 * @param plan how it learns
 * @param samples what it learns from
 * @param validation what it is validated on, if anything
 */
record StreamTraining(
    Network network, TrainingPlan plan, SampleStream samples, Optional<Dataset> validation) {

  private static final int MOST_CHECKED_BEFORE = 1024;

  /** The first samples, to be checked before, and the validation data. */
  Split first() {
    StreamHead head = StreamHead.of(samples, Math.min(plan.batchSize(), MOST_CHECKED_BEFORE));
    return new Split(head, validation, Optional.empty());
  }

  /** The training, to be run. */
  TrainingRun run(TrainerSettings settings) {
    requireNoCheckpoints(settings);
    Split split = new Split(StreamHead.empty(samples), validation, Optional.empty());
    StreamCheck check = new StreamCheck(network, plan, samples);
    BatchSource batches = new StreamBatches(samples, plan.batchSize(), check);
    Engine engine = Engine.create(Compiler.compile(network, plan));
    return new TrainingRun(network, plan, split, batches, engine, settings);
  }

  /** A stream has no place to which a resumed training could go on from. */
  private static void requireNoCheckpoints(TrainerSettings settings) {
    new Requirement(new Code("train(network, plan, training)"))
        .that(
            settings.checkpoints().isEmpty(),
            "checkpoints",
            "none where samples come as a stream",
            new Code(settings.checkpoints().map(Checkpoints::toString).orElse("")),
            "train on a data set in memory, or save the model after training");
  }
}
