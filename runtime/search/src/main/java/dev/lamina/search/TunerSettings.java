package dev.lamina.search;

import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.pruner.Pruners;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.storage.Storage;
import dev.lamina.search.storage.Storages;
import dev.lamina.training.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a tuner was told; a copy is changed, never one that a tuner has. */
final class TunerSettings {

  private static final Duration SILENCE = Duration.ofMinutes(1);

  final Sampler sampler;
  Pruner pruner = Pruners.neverPrune();
  Storage storage = Storages.inMemory();
  String name = "study";
  int workers = 1;
  int retries;
  Duration silence = SILENCE;
  List<SearchListener> listeners = List.of();
  private Optional<BestModel> best = Optional.empty();
  Cancellation cancellation = Cancellation.create();

  TunerSettings(Sampler sampler) {
    this.sampler = sampler;
  }

  /** What keeps the model of the best trial, if something does. */
  Optional<BestModel> best() {
    return best;
  }

  void keepBest(BestModel model) {
    best = Optional.of(model);
  }

  /**
   * The study that is kept here, or begins now.
   *
   * @param cancelled whether somebody ends it
   */
  Study study(StudySetup setup, BooleanSupplier cancelled) {
    return new Study(setup, storage, silence, cancelled);
  }

  TunerSettings with(Consumer<TunerSettings> change) {
    TunerSettings copy = new TunerSettings(sampler);
    copy.pruner = pruner;
    copy.storage = storage;
    copy.name = name;
    copy.workers = workers;
    copy.retries = retries;
    copy.silence = silence;
    copy.listeners = listeners;
    copy.best = best;
    copy.cancellation = cancellation;
    change.accept(copy);
    return copy;
  }
}
