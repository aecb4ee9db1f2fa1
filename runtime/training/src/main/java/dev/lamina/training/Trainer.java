package dev.lamina.training;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.Checkpoint;
import dev.lamina.training.checkpoint.CheckpointFolder;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.checkpoint.FolderLock;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.stream.SampleStream;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trains networks.
 *
 * <p>The same network, plan and data give the same weights, bit for bit, on the same machine with
 * the same number of native threads, whatever else the program does with ND4J. The caller's random
 * generator, workspaces and settings stay as they were.
 */
public final class Trainer {

  private final TrainerSettings settings;

  private Trainer(TrainerSettings settings) {
    this.settings = settings;
  }

  /** A trainer without listeners, which prints nothing. */
  public static Trainer create() {
    return new Trainer(TrainerSettings.none());
  }

  /** The same trainer that tells this listener too. */
  public Trainer listener(TrainingListener added) {
    Requirement.of("listener", added).present("listener", added);
    return new Trainer(settings.listener(added));
  }

  /**
   * The same trainer that calls this after each mini-batch too.
   *
   * <pre>{@code
   * Trainer trainer = Trainer.create().onBatchEnd(end -> System.out.println(end.values()));
   * }</pre>
   */
  public Trainer onBatchEnd(Consumer<TrainingListener.BatchEnd> action) {
    Requirement.of("onBatchEnd", action).present("action", action);
    return listener(new BatchHook(action));
  }

  /**
   * The same trainer that calls this after each epoch too.
   *
   * <pre>{@code
   * Trainer trainer = Trainer.create().onEpochEnd(epoch -> System.out.println(epoch));
   * }</pre>
   */
  public Trainer onEpochEnd(Consumer<Epoch> action) {
    Requirement.of("onEpochEnd", action).present("action", action);
    return listener(new EpochHook(action));
  }

  /**
   * The same trainer that calls this too after each validation that {@link
   * TrainingPlan#validateEvery} asks for.
   */
  public Trainer onValidation(Consumer<Validation> action) {
    Requirement.of("onValidation", action).present("action", action);
    return listener(new ValidationHook(action));
  }

  /**
   * The same trainer whose trainings end when this is cancelled too: with the weights of that
   * moment, or the best where a stop rule of the plan restores them.
   */
  public Trainer stopOn(Cancellation cancellation) {
    Requirement.of("stopOn", cancellation).present("cancellation", cancellation);
    return new Trainer(settings.cancellation(cancellation));
  }

  /**
   * The same trainer that tells its listeners what the first update of training did to each layer,
   * and then every so many mini-batches, counted through all epochs; not at all by default.
   *
   * <p>Such an update takes longer, as all that layers learn and give is read. Training gives the
   * same weights, bit for bit. Where gradients are accumulated, the update to which the mini-batch
   * belongs is observed.
   *
   * @param batches every how many mini-batches, at least 1
   */
  public Trainer observeLayersEvery(int batches) {
    Requirement.of("observeLayersEvery", batches)
        .atLeast(1, "batches", batches, "give the distance in mini-batches, such as 10");
    return new Trainer(settings.observedEvery(batches));
  }

  /**
   * The same trainer whose trainings have so many native threads each; as many as the process has
   * by default.
   *
   * <p>They share products of large matrices; all other work stays on one thread, since sharing it
   * would take longer. The last digits of the weights depend on the number, and {@link
   * TrainingResult#threads} says which it was. Trainings with the same number run side by side,
   * those with another in turns; the process has its own number again when none is left.
   *
   * @param most how many, at least 1
   */
  public Trainer threads(int most) {
    Requirement.of("threads", most)
        .atLeast(1, "most", most, "give the number of threads, such as 2");
    return new Trainer(settings.threads(most));
  }

  /**
   * The same trainer that writes its trainings down while they run, so that {@link #resume} can go
   * on where the process ended; not at all by default.
   *
   * <p>A listener that throws ends training as usual, and the last checkpoint stays. While a
   * training runs, no other one can write to its folder, of this process or of another.
   */
  public Trainer checkpoints(Checkpoints written) {
    Requirement.of("checkpoints", written).present("checkpoints", written);
    return new Trainer(settings.checkpoints(written));
  }

  /**
   * Refuses what {@code train} would refuse, and does nothing else: no native code is loaded.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  public void check(Network network, TrainingPlan plan, Split split) {
    TrainingCheck.require("check", network, plan, split, settings);
  }

  /** Trains the network by the plan on this data, without validation. */
  public TrainingResult train(Network network, TrainingPlan plan, Dataset training) {
    return train(network, plan, Split.of(training));
  }

  /**
   * Trains the network by the plan on this data.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data,
   *     before any native code is loaded
   * @throws IllegalStateException if no ND4J backend runs here
   */
  public TrainingResult train(Network network, TrainingPlan plan, Split split) {
    TrainingCheck.require("train", network, plan, split, settings);
    return recorded(
        settings,
        () -> {
          Engine engine = Engine.create(Compiler.compile(network, plan));
          return new TrainingRun(network, plan, split, engine, settings).run();
        });
  }

  /** Trains the network by the plan on samples that memory does not hold, without validation. */
  public TrainingResult train(Network network, TrainingPlan plan, SampleStream training) {
    return train(network, plan, training, Optional.empty());
  }

  /**
   * Trains the network by the plan on samples that memory does not hold.
   *
   * <p>Its first samples are checked before, the others when they come: what is wrong with them
   * ends training.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  public TrainingResult train(
      Network network, TrainingPlan plan, SampleStream training, Dataset validation) {
    new Requirement(new Code("train(network, plan, training, validation)"))
        .present("validation", validation);
    return train(network, plan, training, Optional.of(validation));
  }

  private TrainingResult train(
      Network network, TrainingPlan plan, SampleStream training, Optional<Dataset> validation) {
    new Requirement(new Code("train(network, plan, training)"))
        .present("network", network)
        .present("plan", plan)
        .present("training", training);
    StreamTraining streamed = new StreamTraining(network, plan, training, validation);
    TrainingCheck.require(network, plan, streamed.first(), settings);
    return streamed.run(settings).run();
  }

  /** Trains the network of a model on, by this plan on this data, without validation. */
  public TrainingResult train(Model start, TrainingPlan plan, Dataset training) {
    return train(start, plan, Split.of(training));
  }

  /**
   * Trains the network of a model on, by this plan on this data: from the model's weights and
   * running averages, with an optimizer that starts anew.
   *
   * <p>The model stays as it is. Data that is not normalized is normalized as the data was that the
   * model learned from; data that is stays so, and the new model normalizes as it says. With a
   * learning rate that is smaller than at first this is how a network is fine-tuned after {@link
   * Model#continueWith}.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data,
   *     or if the plan's precision cannot hold the weights
   */
  public TrainingResult train(Model start, TrainingPlan plan, Split split) {
    new Requirement(new Code("train(start, plan, split)"))
        .present("start", start)
        .present("plan", plan)
        .present("split", split);
    Split prepared = split.prepared(start.preprocessing());
    TrainingCheck.require(start.network(), plan, prepared, settings);
    return recorded(
        settings,
        () -> new TrainingRun(start.network(), plan, prepared, start.start(plan), settings).run());
  }

  /** Goes on with the training whose checkpoints are in this folder, without validation. */
  public TrainingResult resume(Path folder, Dataset training) {
    return resume(folder, Split.of(training));
  }

  /**
   * Goes on with the training whose checkpoints are in this folder, as if its process had never
   * ended: weights and history are the same, bit for bit, but for the seconds that epochs took.
   *
   * <p>Network and plan come from the newest checkpoint that is whole; the data must be that of the
   * training, normalized as it was or not at all. Checkpoints are written as they were, and there
   * are as many threads, unless this trainer says otherwise. Listeners hear of the epochs from now
   * on; the result has the history of all. Where the training is over already, its result is given
   * once more.
   *
   * @throws InvalidDescriptionException if there is no checkpoint that is whole, or with everything
   *     that is wrong with the data
   */
  public TrainingResult resume(Path folder, Split split) {
    new Requirement(new Code("resume(folder, split)"))
        .present("folder", folder)
        .present("split", split);
    Checkpoint from = CheckpointFolder.newest(folder);
    Model model = from.model();
    TrainerSettings resuming = settings.resuming(from);
    Split prepared = split.prepared(model.preprocessing());
    TrainingCheck.require(model.network(), model.plan(), prepared, resuming);
    from.require(prepared);
    TrainingRun run =
        new TrainingRun(model.network(), model.plan(), prepared, from.engine(), resuming)
            .from(from.standing());
    boolean goesOnThere =
        resuming.checkpoints().filter(written -> written.isIn(folder)).isPresent();
    return goesOnThere
        ? FolderLock.during(resuming.checkpoints(), run::run)
        : recorded(resuming, run::run);
  }

  /** A training that writes to a folder of its own, if it writes at all. */
  private static TrainingResult recorded(
      TrainerSettings settings, Supplier<TrainingResult> training) {
    return FolderLock.during(
        settings.checkpoints(),
        () -> {
          settings.checkpoints().ifPresent(CheckpointFolder::requireUnused);
          return training.get();
        });
  }

  /**
   * Tries everything before a long training: checks network, plan and all of the data, and trains
   * for one epoch of a single mini-batch, validated on as many samples.
   *
   * <p>All listeners hear of it, so that one that fails is found now; no checkpoint is written.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  public TrainingResult fastRun(Network network, TrainingPlan plan, Split split) {
    TrainerSettings unwritten = settings.withoutCheckpoints();
    TrainingCheck.require("fastRun", network, plan, split, unwritten);
    TrainingPlan once = plan.epochs(1);
    Engine engine = Engine.create(Compiler.compile(network, once));
    Split first = new FirstBatches(plan).of(split);
    return new TrainingRun(network, once, first, engine, unwritten).run();
  }
}
