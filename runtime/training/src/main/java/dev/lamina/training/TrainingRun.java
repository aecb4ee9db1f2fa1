package dev.lamina.training;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.Standing;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Split;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.Fault;
import dev.lamina.training.engine.NativeThreads;
import dev.lamina.training.engine.Step;
import dev.lamina.training.engine.ThreadShare;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import dev.lamina.training.loop.BatchSource;
import dev.lamina.training.loop.Batches;
import dev.lamina.training.metric.Meters;
import dev.lamina.training.model.Evaluator;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Provenance;
import dev.lamina.training.preparation.Preparation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One training from its first epoch to its last. */
final class TrainingRun {

  private static final double NANOSECONDS = 1e9;

  private final Network network;
  private final TrainingPlan plan;
  private final Split split;
  private final Engine engine;
  private final Listeners listeners;
  private final StopRules stopRules;
  private final Interruptions interruptions;
  private final RateAdjustment rateAdjustment;
  private final int threads;
  private final ThreadShare share;
  private final Steps steps;
  private final BatchSource batches;
  private final Preparation preparation;
  private final Meters meters;
  private final Optional<Batches> validation;
  private final Meters validationMeters;
  private final List<Epoch> epochs = new ArrayList<>();
  private final Optional<Journal> journal;
  private long iteration;

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
    this.share = ThreadShare.training(this.threads);
    OptionalInt observed = listeners.areNone() ? OptionalInt.empty() : settings.observedEvery();
    this.steps = new Steps(plan, engine, observed, share);
    this.batches = batches;
    this.preparation = Preparation.of(plan);
    this.meters = Meters.of(DataPart.TRAINING, network, plan);
    this.validation = split.validation().map(Evaluator::batches);
    this.validationMeters = Meters.of(DataPart.VALIDATION, network, plan);
    this.journal = settings.checkpoints().map(written -> Journal.of(written, split));
  }

  /** Goes on from where a training of the same network, plan and data stood. */
  TrainingRun from(Standing standing) {
    epochs.addAll(standing.history().epochs());
    iteration = standing.steps();
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
      return new TrainingResult(model(), new History(epochs), reason, threads);
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
          new TrainingListener.Start(
              network, plan, split, batches.expected(), new History(epochs)));
      StopReason reason = epochs();
      stopRules.restoreBest(reason);
      engine.takeAverage();
      return reason;
    } finally {
      batches.close();
      validation.ifPresent(Batches::close);
      engine.rest();
      NativeThreads.unregister();
    }
  }

  private StopReason epochs() {
    Optional<StopReason> reason = stopRules.reason(); // of what is resumed after its end
    while (reason.isEmpty() && epochs.size() < plan.epochs()) {
      int next = epochs.size();
      reason = interruptions.at(next + 1, 0).or(() -> epoch(next));
    }
    return reason.orElseGet(() -> new StopReason.EpochsDone(plan.epochs()));
  }

  private Optional<StopReason> epoch(int epoch) {
    long start = System.nanoTime();
    listeners.epochStarted(epoch + 1);
    Optional<StopReason> brokenOff = trainOn(epoch);
    if (brokenOff.isPresent()) {
      return brokenOff;
    }
    Map<Monitor, Double> values = new LinkedHashMap<>(meters.values());
    validation.ifPresent(
        samples -> values.putAll(Evaluator.measure(validationMeters, samples, this::evaluated)));
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    Epoch ended = new Epoch(epoch + 1, values, engine.lastRate(), seconds);
    epochs.add(ended);
    listeners.epochEnded(ended);
    rateAdjustment.after(ended);
    Optional<StopReason> reason = stopRules.after(epoch, ended);
    boolean isOver = reason.isPresent() || epochs.size() == plan.epochs();
    journal
        .filter(written -> written.folder().isDue(epochs.size(), isOver))
        .ifPresent(this::writeDown);
    return reason;
  }

  private void writeDown(Journal written) {
    Standing standing =
        new Standing(
            iteration,
            interruptions.seconds(),
            threads,
            new History(epochs),
            stopRules.standings(),
            rateAdjustment.standing(),
            written.training(),
            written.validation());
    written.folder().write(model(), engine, standing);
  }

  private Optional<StopReason> trainOn(int epoch) {
    batches.start(Seeds.sampleOrder(plan, epoch));
    meters.clear();
    for (int number = 0; batches.hasNext(); number++) {
      Batch batch = preparation.apply(batches.next(), iteration);
      Step step = steps.take(batch, iteration++, !batches.hasNext());
      if (step.fault().isPresent()) {
        return Optional.of(diverged(epoch, number, step.fault().get()));
      }
      tellOfLayers(epoch, number, step);
      meters.add(batch, step);
      tellOfBatch(epoch, number);
      Optional<StopReason> interrupted = interruptedAfter(epoch, number);
      if (interrupted.isPresent()) {
        return interrupted;
      }
    }
    engine.endEpoch();
    return Optional.empty();
  }

  /** An epoch whose mini-batches are all done is measured before training ends. */
  private Optional<StopReason> interruptedAfter(int epoch, int batch) {
    return batches.hasNext() ? interruptions.at(epoch + 1, batch + 1) : Optional.empty();
  }

  private void tellOfLayers(int epoch, int batch, Step step) {
    if (!step.layers().isEmpty()) {
      TrainingListener.LayersObserved observed =
          new TrainingListener.LayersObserved(epoch + 1, batch + 1, step.layers());
      listeners.layersObserved(observed);
    }
  }

  /** The means so far are worked out where somebody listens only. */
  private void tellOfBatch(int epoch, int batch) {
    if (!listeners.areNone()) {
      TrainingListener.BatchEnd end =
          new TrainingListener.BatchEnd(epoch + 1, batch + 1, meters.meanwhile());
      listeners.batchEnded(end);
    }
  }

  private Step evaluated(Batch batch) {
    NativeThreads.enter(share);
    try {
      return engine.evaluate(batch);
    } finally {
      NativeThreads.leave();
    }
  }

  private static StopReason diverged(int epoch, int batch, Fault fault) {
    return new StopReason.Diverged(epoch + 1, batch + 1, fault);
  }
}
