package dev.lamina.benchmark.report;

import dev.lamina.benchmark.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The results for people: what each system took, and whether Lamina is as fast as it is to be. */
public final class Table {

  private static final String LAMINA = "lamina";
  private static final String DL4J = "dl4j-default";
  private static final String DJL = "djl-pytorch";

  /** What Lamina's compiler may take, in milliseconds. */
  private static final double COMPILE_LIMIT = 20;

  /** How many times the trials a search is to do that does two at a time. */
  private static final double SEARCH_GAIN = 1.8;

  private final List<Result> results;

  private Table(List<Result> results) {
    this.results = results;
  }

  /** Both tables, one below the other. */
  public static String of(List<Result> results) {
    Table table = new Table(List.copyOf(results));
    return table.times() + System.lineSeparator() + table.targets();
  }

  private String times() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("work", "system", "median", "min", "max", "unit", "setting"));
    for (Result result : results) {
      Spread spread = result.spread();
      rows.add(
          List.of(
              result.work().id(),
              result.system(),
              number(spread.median()),
              number(spread.min()),
              number(spread.max()),
              result.work().kind().unit().symbol(),
              result.setting()));
    }
    return Columns.aligned(rows);
  }

  private String targets() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("lamina is so many times as fast", "as " + DL4J, "target", "as " + DJL, "target"));
    for (Work work : Work.values()) {
      if (ratio(work, DL4J).or(() -> ratio(work, DJL)).isPresent()) {
        rows.add(ratios(work));
      }
    }
    return Columns.aligned(rows) + limit() + gain();
  }

  private List<String> ratios(Work work) {
    Optional<Double> dl4j = ratio(work, DL4J);
    Optional<Double> djl = ratio(work, DJL);
    return List.of(
        work.id(),
        dl4j.map(Table::number).orElse(""),
        verdict(dl4j, work.asDl4j()),
        djl.map(Table::number).orElse(""),
        verdict(djl, work.asDjl()));
  }

  private Optional<Double> ratio(Work work, String other) {
    return median(work, other).flatMap(theirs -> median(work, LAMINA).map(ours -> theirs / ours));
  }

  private Optional<Double> median(Work work, String system) {
    return results.stream()
        .filter(result -> result.work() == work && result.system().equals(system))
        .findFirst()
        .map(result -> result.spread().median());
  }

  private static String verdict(Optional<Double> ratio, OptionalDouble target) {
    if (target.isEmpty()) {
      return "";
    }
    double least = target.getAsDouble();
    return number(least) + ratio.map(found -> found >= least ? " met" : " MISSED").orElse("");
  }

  private String limit() {
    return median(Work.COMPILE, LAMINA)
        .map(
            found ->
                "compile takes %s ms of the %s ms it may: %s%n"
                    .formatted(
                        number(found),
                        number(COMPILE_LIMIT),
                        found < COMPILE_LIMIT ? "met" : "MISSED"))
        .orElse("");
  }

  private String gain() {
    return gain(Result.TOGETHER)
        .map(
            found ->
                "search does %s times the trials with parallel(2), at least %s on two cores: %s%n"
                    .formatted(
                        number(found),
                        number(SEARCH_GAIN),
                        found >= SEARCH_GAIN ? "met" : "MISSED"))
        .map(line -> line + gain(Result.APART).map(Table::ofTheMachine).orElse(""))
        .orElse("");
  }

  private static String ofTheMachine(double found) {
    return "(two processes that share nothing but the machine: %s times)%n"
        .formatted(number(found));
  }

  /** So many times the trials of one worker alone. */
  private Optional<Double> gain(String setting) {
    return median(Result.ALONE).flatMap(alone -> median(setting).map(several -> several / alone));
  }

  private Optional<Double> median(String setting) {
    return results.stream()
        .filter(result -> result.work() == Work.SEARCH && result.setting().equals(setting))
        .findFirst()
        .map(result -> result.spread().median());
  }

  /** Three digits that count. */
  private static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
