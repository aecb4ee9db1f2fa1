package dev.lamina.benchmark;

import dev.lamina.benchmark.report.Json;
import dev.lamina.benchmark.report.Result;
import dev.lamina.benchmark.report.Table;
import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Compares Lamina with hand-written DL4J and with DJL on PyTorch: the same networks and the same
 * data, in one run, in turn.
 *
 * <p>Prints two tables, and writes {@code benchmark.json}. Ends with an error if a process dies, or
 * does not do the work: if the shape of its network is another one, its loss does not fall, or it
 * does not learn the digits. What was measured until then is reported all the same.
 */
public final class Benchmark {

  /** What processes that stay can do. */
  private static final Set<Kind> ALTERNATING = EnumSet.of(Kind.STEP, Kind.ROW, Kind.ROWS, Kind.FIT);

  private final Options options;
  private final PrintStream out;
  private final long begun = System.nanoTime();
  private final List<Result> results = new ArrayList<>();

  private Benchmark(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Takes what to do from system properties: see the README. */
  public static void main(String[] arguments) throws IOException {
    int status = 0;
    Benchmark benchmark = new Benchmark(options(), System.out);
    try {
      benchmark.run();
    } catch (IllegalStateException exception) {
      System.err.println("The benchmark is not complete: " + exception.getMessage());
      status = 1;
    }
    benchmark.report();
    System.exit(status);
  }

  private static Options options() {
    try {
      return Options.of(System.getProperties());
    } catch (IllegalArgumentException exception) {
      System.err.println(exception.getMessage());
      System.exit(1);
      throw exception;
    }
  }

  private void run() {
    List<Contestant> contestants = present();
    List<Work> alternating =
        options.works().stream().filter(work -> ALTERNATING.contains(work.kind())).toList();
    if (!alternating.isEmpty()) {
      alternate(alternating, contestants);
    }
    if (options.works().contains(Work.COMPILE) && contestants.contains(Contestant.LAMINA)) {
      announce(Work.COMPILE);
      results.add(CompileTime.measure(options));
    }
    if (options.works().contains(Work.SEARCH) && contestants.contains(Contestant.LAMINA)) {
      announce(Work.SEARCH);
      results.addAll(SearchPace.measure(options));
    }
    if (options.works().contains(Work.STARTUP) || options.works().contains(Work.MEMORY)) {
      announce(Work.STARTUP);
      new Starts(options, contestants)
          .measure().stream()
              .filter(result -> options.works().contains(result.work()))
              .forEach(results::add);
    }
  }

  private void alternate(List<Work> works, List<Contestant> contestants) {
    try (Alternation alternation = new Alternation(options, contestants)) {
      for (Work work : works) {
        announce(work);
        results.addAll(alternation.measure(work));
      }
    }
  }

  private void announce(Work work) {
    out.printf("%4.0f s  %s%n", (System.nanoTime() - begun) / 1e9, work.id());
  }

  private List<Contestant> present() {
    List<Contestant> present = new ArrayList<>();
    for (Contestant contestant : options.systems()) {
      contestant
          .obstacle()
          .ifPresentOrElse(
              why -> out.println(contestant.id() + " is left out: " + why),
              () -> present.add(contestant));
    }
    return present;
  }

  private void report() throws IOException {
    out.println();
    out.print(Table.of(results));
    Path file = options.output().resolve("benchmark.json");
    Files.writeString(file, Json.of(results));
    out.println();
    out.println("These results are also in " + file);
  }
}
