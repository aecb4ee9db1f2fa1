package dev.lamina.benchmark;

import dev.lamina.benchmark.report.Result;
import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures systems in turn, each in processes of its own that stay: all are alive, and idle while
 * one measures.
 *
 * <p>Not by the forks of JMH, which finish one system before they start the next, so that a machine
 * that slows down meanwhile would decide who is the faster.
 */
final class Alternation implements AutoCloseable {

  /** How often each setting is measured to find the fastest. */
  private static final int TRIALS = 2;

  private final Options options;
  private final List<Contestant> contestants;
  private final Map<Contestant, Map<Setting, Worker>> workers = new EnumMap<>(Contestant.class);

  Alternation(Options options, List<Contestant> contestants) {
    this.options = options;
    this.contestants = contestants;
  }

  /** One result for each system, with the setting that is the fastest for this work. */
  List<Result> measure(Work work) {
    Kind kind = work.kind();
    List<Worker> fastest = contestants.stream().map(each -> fastest(work, each)).toList();
    Map<Worker, double[]> rounds = new LinkedHashMap<>();
    fastest.forEach(worker -> rounds.put(worker, new double[options.rounds(work)]));
    List<Worker> order = new ArrayList<>(fastest);
    for (int round = 0; round < options.rounds(work); round++) {
      for (Worker worker : order) {
        rounds.get(worker)[round] = worker.measure(work, options.roundSeconds(kind));
      }
      Collections.rotate(order, 1);
    }
    return rounds.entrySet().stream()
        .map(
            entry ->
                Result.of(
                    work,
                    entry.getKey().system().id(),
                    entry.getKey().setting().name(),
                    entry.getValue()))
        .toList();
  }

  /** Warms up every setting, then takes the one with the best trial. */
  private Worker fastest(Work work, Contestant contestant) {
    List<Setting> tried = options.quick() ? List.of(contestant.usual(work)) : contestant.settings();
    List<Worker> settings = tried.stream().map(setting -> worker(contestant, setting)).toList();
    if (options.warmsUp(work.kind())) {
      settings.forEach(worker -> warmUp(worker, work));
    }
    if (settings.size() == 1) {
      return settings.get(0);
    }
    double[] best = new double[settings.size()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int trial = 0; trial < TRIALS; trial++) {
      for (int number = 0; number < best.length; number++) {
        double seconds = settings.get(number).measure(work, options.roundSeconds(work.kind()));
        best[number] = Math.min(best[number], seconds);
      }
    }
    int least = 0;
    for (int number = 1; number < best.length; number++) {
      least = best[number] < best[least] ? number : least;
    }
    return settings.get(least);
  }

  /** Started when it is needed first. */
  private Worker worker(Contestant contestant, Setting setting) {
    return workers
        .computeIfAbsent(contestant, key -> new HashMap<>())
        .computeIfAbsent(setting, key -> Worker.start(contestant, key, options));
  }

  private void warmUp(Worker worker, Work work) {
    double seconds = worker.measure(work, options.warmUpSeconds(work.kind()));
    if (!(seconds > 0)) {
      throw worker.process().failure(work.id() + " took no time: " + seconds);
    }
  }

  /** Ends the processes. */
  @Override
  public void close() {
    workers.values().forEach(settings -> settings.values().forEach(Worker::close));
  }
}
