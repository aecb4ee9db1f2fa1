package dev.lamina.benchmark;

import dev.lamina.benchmark.child.FirstSteps;
import dev.lamina.benchmark.report.Result;
import dev.lamina.benchmark.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts fresh processes in turn: how long until the first training step, and how much memory. */
final class Starts {

  private final Options options;
  private final List<Contestant> contestants;

  Starts(Options options, List<Contestant> contestants) {
    this.options = options;
    this.contestants = contestants;
  }

  /**
   * The results of each system for {@link Work#STARTUP} and {@link Work#MEMORY}, with all threads.
   * The first start of each, which may unpack native libraries, does not count, if there is time.
   */
  List<Result> measure() {
    int rounds = options.rounds(Work.STARTUP);
    Map<Contestant, double[]> seconds = new LinkedHashMap<>();
    Map<Contestant, double[]> bytes = new LinkedHashMap<>();
    for (Contestant system : contestants) {
      seconds.put(system, new double[rounds]);
      bytes.put(system, new double[rounds]);
    }
    for (int round = options.warmsUp(Work.STARTUP.kind()) ? -1 : 0; round < rounds; round++) {
      for (Contestant system : contestants) {
        Start start = start(system);
        if (round >= 0) {
          seconds.get(system)[round] = start.seconds();
          bytes.get(system)[round] = start.bytes();
        }
      }
    }
    List<Result> results = new ArrayList<>();
    seconds.forEach((system, found) -> results.add(result(Work.STARTUP, system, found)));
    if (FirstSteps.tellsMemory()) {
      bytes.forEach((system, found) -> results.add(result(Work.MEMORY, system, found)));
    }
    return results;
  }

  private record Start(double seconds, double bytes) {}

  private Start start(Contestant system) {
    long begin = System.nanoTime();
    try (ChildProcess process =
        ChildProcess.start(FirstSteps.class, system, setting(system), options)) {
      String first = process.line();
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (!first.equals(FirstSteps.FIRST)) {
        throw process.failure("said `" + first + "`");
      }
      return new Start(seconds, Double.parseDouble(process.line()));
    }
  }

  private static Setting setting(Contestant system) {
    List<Setting> settings = system.settings();
    return settings.get(settings.size() - 1);
  }

  private static Result result(Work work, Contestant system, double[] rounds) {
    return Result.of(work, system.id(), setting(system).name(), rounds);
  }
}
