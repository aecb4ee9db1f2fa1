package dev.lamina.training;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.EpochStanding;
import dev.lamina.training.checkpoint.Standing;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Split;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.Fault;
import dev.lamina.training.engine.NativeThreads;
import dev.lamina.training.engine.Step;
import dev.lamina.training.engine.ThreadShare;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import dev.lamina.training.loop.BatchSource;
import dev.lamina.training.loop.Batches;
import dev.lamina.training.metric.Meters;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Provenance;
import dev.lamina.training.preparation.Preparation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One training from its first epoch to its last. */
final class TrainingRun {

  private final Network network;
  private final TrainingPlan plan;
  private final Split split;
  private final Engine engine;
  private final Listeners listeners;
  private final StopRules stopRules;
  private final Interruptions interruptions;
  private final RateAdjustment rateAdjustment;
  private final int threads;
  private final Steps steps;
  private final BatchSource batches;
  private final Preparation preparation;
  private Meters meters;
  private final ValidationPart validation;
  private final Optional<Journal> journal;
  private final Progress progress = new Progress();
  private OptionalLong writtenAt = OptionalLong.empty();

  /** Of data in memory. */
  TrainingRun(
      Network network, TrainingPlan plan, Split split, Engine engine, TrainerSettings settings) {
    this(
        network,
        plan,
        split,
        new Batches(split.training(), new int[split.training().size()], plan.batchSize()),
        engine,
        settings);
  }

  /** Of data whose training part comes from elsewhere. */
  TrainingRun(
      Network network,
      TrainingPlan plan,
      Split split,
      BatchSource batches,
      Engine engine,
      TrainerSettings settings) {
    this.network = network;
    this.plan = plan;
    this.split = split;
    this.engine = engine;
    this.listeners = new Listeners(settings.listeners());
    this.stopRules = new StopRules(plan, engine);
    this.interruptions = new Interruptions(plan, settings.cancellations(), System::nanoTime);
    this.rateAdjustment = new RateAdjustment(plan, engine);
    this.threads = settings.threads().orElseGet(NativeThreads::available);
    ThreadShare share = ThreadShare.training(threads);
    OptionalInt observed = listeners.areNone() ? OptionalInt.empty() : settings.observedEvery();
    this.steps = new Steps(plan, engine, observed, share);
    this.batches = batches;
    this.preparation = Preparation.of(plan);
    this.meters = Meters.of(DataPart.TRAINING, network, plan);
    this.validation = new ValidationPart(network, plan, split, engine, share);
    this.journal = settings.checkpoints().map(written -> Journal.of(written, split));
  }

  /** Goes on from where a training of the same network, plan and data stood. */
  TrainingRun from(Standing standing) {
    progress.resume(standing);
    steps.resume(progress.batches());
    standing.epoch().ifPresent(within -> meters = within.meters());
    interruptions.after(standing.seconds());
    stopRules.resume(standing.rules());
    rateAdjustment.resume(standing.plateau());
    return this;
  }

  TrainingResult run() {
    TrainingResult result = result();
    listeners.trainingEnded(result);
    return result;
  }

  private TrainingResult result() {
    try {
      StopReason reason = trained();
      return new TrainingResult(model(), progress.history(), reason, threads);
    } catch (Throwable failure) {
      listeners.trainingFailed(failure);
      throw failure;
    }
  }

  /** The network as it is now. */
  private Model model() {
    Provenance here = Provenance.here(plan).threads(threads);
    Provenance provenance = journal.map(written -> written.signed(here)).orElse(here);
    return Model.of(network, plan, engine)
        .provenance(provenance)
        .preprocessing(split.training().preprocessing());
  }

  /** Afterwards nothing of the training is left that reads samples or holds threads. */
  private StopReason trained() {
    NativeThreads.register();
    try {
      interruptions.start();
      listeners.trainingStarted(
          new TrainingListener.Start(network, plan, split, batches.expected(), progress.history()));
      StopReason reason = epochs();
      stopRules.restoreBest(reason);
      engine.takeAverage();
      return reason;
    } finally {
      batches.close();
      validation.close();
      engine.rest();
      NativeThreads.unregister();
    }
  }

  private StopReason epochs() {
    Optional<StopReason> reason = stopRules.reason(); // of what is resumed after its end
    while (reason.isEmpty() && progress.epochs() < plan.epochs()) {
      reason = interrupted().or(this::epoch);
    }
    return reason.orElseGet(() -> new StopReason.EpochsDone(plan.epochs()));
  }

  private Optional<StopReason> epoch() {
    progress.epochStarted();
    listeners.epochStarted(progress.epoch());
    batches.start(Seeds.sampleOrder(plan, progress.epochs()));
    batches.skip(progress.batches());
    if (progress.batches() == 0) {
      meters.clear();
    }
    return batches().or(this::endOfEpoch);
  }

  /** All mini-batches of an epoch, unless training ends before. */
  private Optional<StopReason> batches() {
    Optional<StopReason> reason = Optional.empty();
    while (reason.isEmpty() && batches.hasNext()) {
      Batch batch = preparation.apply(batches.next(), progress.steps());
      Step step = steps.take(batch, progress.steps(), !batches.hasNext());
      progress.stepDone();
      reason = step.fault().map(this::diverged);
      if (reason.isEmpty()) {
        tellOfLayers(step);
        meters.add(batch, step);
        tellOfBatch();
        reason = batches.hasNext() ? afterBatch() : Optional.empty();
      }
    }
    return reason;
  }

  /** An epoch whose mini-batches are all done is measured before training ends. */
  private Optional<StopReason> afterBatch() {
    if (isValidationDue()) {
      validated(validation.values());
    }
    boolean isDue = steps.isUpdated() && journal.filter(this::isDueWithin).isPresent();
    if (isDue) {
      writeDown();
    }
    return interrupted();
  }

  private boolean isDueWithin(Journal written) {
    return written.folder().isDueWithin(engine.iterations());
  }

  /**
   * Why training is broken off here, if it is: then it is written down, so that nothing is lost.
   */
  private Optional<StopReason> interrupted() {
    Optional<StopReason> reason = interruptions.at(progress.epoch(), progress.batches());
    if (reason.isPresent() && progress.steps() > 0) {
      writeDown();
    }
    return reason;
  }

  private Optional<StopReason> endOfEpoch() {
    engine.endEpoch();
    Map<Monitor, Double> values = new LinkedHashMap<>(meters.values());
    Map<Monitor, Double> validated = validation.values();
    values.putAll(validated);
    if (isValidationDue()) {
      validated(validated);
    }
    Epoch ended = new Epoch(progress.epoch(), values, engine.lastRate(), progress.seconds());
    progress.epochEnded(ended);
    listeners.epochEnded(ended);
    rateAdjustment.after(ended);
    Optional<StopReason> reason = stopRules.after(ended.number() - 1, ended);
    boolean isOver = reason.isPresent() || progress.epochs() == plan.epochs();
    if (journal.filter(to -> to.folder().isDue(progress.epochs(), isOver)).isPresent()) {
      writeDown();
    }
    return reason;
  }

  private boolean isValidationDue() {
    return steps.isUpdated() && validation.isDue(engine.iterations());
  }

  private void validated(Map<Monitor, Double> values) {
    double epochs = progress.epochs(batches.expected());
    Validation measured = new Validation(engine.iterations(), epochs, values);
    progress.validated(measured);
    listeners.validated(measured);
  }

  private void writeDown() {
    journal
        .filter(to -> !writtenAt.equals(OptionalLong.of(progress.steps())))
        .ifPresent(to -> to.folder().write(model(), engine, standing(to)));
    writtenAt = OptionalLong.of(progress.steps());
  }

  private Standing standing(Journal journal) {
    Optional<EpochStanding> within =
        progress.batches() == 0
            ? Optional.empty()
            : Optional.of(new EpochStanding(progress.batches(), progress.seconds(), meters));
    return new Standing(
        progress.steps(),
        interruptions.seconds(),
        threads,
        progress.history(),
        within,
        stopRules.standings(),
        rateAdjustment.standing(),
        journal.training(),
        journal.validation());
  }

  private void tellOfLayers(Step step) {
    if (!step.layers().isEmpty()) {
      TrainingListener.LayersObserved observed =
          new TrainingListener.LayersObserved(progress.epoch(), progress.batches(), step.layers());
      listeners.layersObserved(observed);
    }
  }

  /** The means so far are worked out where somebody listens only. */
  private void tellOfBatch() {
    if (!listeners.areNone()) {
      TrainingListener.BatchEnd end =
          new TrainingListener.BatchEnd(progress.epoch(), progress.batches(), meters.meanwhile());
      listeners.batchEnded(end);
    }
  }

  private StopReason diverged(Fault fault) {
    return new StopReason.Diverged(progress.epoch(), progress.batches(), fault);
  }
}
