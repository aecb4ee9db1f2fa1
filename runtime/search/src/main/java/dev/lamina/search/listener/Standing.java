package dev.lamina.search.listener;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.search.SearchListener.Start;
import dev.lamina.search.StopCause;
import dev.lamina.search.Trial;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.listener.Display;
import dev.lamina.training.listener.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How far a search is. */
final class Standing {

  private static final double NANOSECONDS = 1e9;
  private static final int BAR_WIDTH = 20;

  private final List<Goal> goals;
  private final OptionalInt all;
  private final Optional<Duration> limit;
  private final long start;
  private final Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
  private final List<Optional<Trial>> best;
  private int done;
  private int doneHere;
  private int running;

  Standing(Start about, long now) {
    this.goals = about.goals();
    this.all = all(about);
    this.limit = about.plan().limits().time();
    this.start = now;
    this.best = new ArrayList<>(Collections.nCopies(goals.size(), Optional.empty()));
    about.earlier().forEach(this::count);
  }

  /** How many trials there may be; there are fewer where constraints rule some out. */
  private static OptionalInt all(Start about) {
    int trials = about.plan().limits().trials();
    int most = (int) Math.min(trials, about.plan().size().orElse(Integer.MAX_VALUE));
    return most == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(most);
  }

  void started() {
    running++;
  }

  void ended(Trial trial) {
    running = Math.max(0, running - 1);
    doneHere++;
    count(trial);
  }

  /** The line of a search that runs, to be redrawn. */
  String drawn(long now, Display display) {
    String bar = all.isPresent() ? display.bar(done, all.getAsInt(), BAR_WIDTH) + " " : "";
    String busy = running > 0 ? " - " + running + " running" : "";
    return counted() + " " + bar + time(now) + found() + busy + lost();
  }

  /** The line of a search that runs, to stay. */
  String text(long now) {
    return counted() + " " + time(now) + found() + lost();
  }

  /** The last line. */
  String over(long now, StopCause cause) {
    return counted() + " in " + clock(seconds(now)) + found() + lost() + " - " + cause;
  }

  /** What a trial was that ended. */
  static String text(Trial trial) {
    String how =
        trial.state() == TrialState.COMPLETE
            ? trial.values().stream().map(Figures::of).collect(Collectors.joining(", "))
            : trial.outcome().map(String::valueOf).orElse("");
    return "trial " + trial.number() + ": " + how.lines().findFirst().orElse("");
  }

  private void count(Trial trial) {
    done++;
    counts.merge(trial.state(), 1, Integer::sum);
    for (int each = 0; trial.state() == TrialState.COMPLETE && each < goals.size(); each++) {
      Optional<Trial> known = best.get(each);
      if (known.isEmpty() || isBetter(trial, known.get(), each)) {
        best.set(each, Optional.of(trial));
      }
    }
  }

  /** Of equals the first is best, whichever ended first. */
  private boolean isBetter(Trial one, Trial other, int objective) {
    int order = Double.compare(one.values().get(objective), other.values().get(objective));
    int better = goals.get(objective) == Goal.MINIMIZE ? order : -order;
    return better < 0 || (better == 0 && one.number() < other.number());
  }

  private String counted() {
    String total = all.isPresent() ? String.valueOf(all.getAsInt()) : "Unknown";
    String count = String.valueOf(done);
    String room = all.isPresent() ? " ".repeat(Math.max(0, total.length() - count.length())) : "";
    return room + count + "/" + total;
  }

  private String time(long now) {
    OptionalDouble left = left(now);
    return left.isPresent() ? clock(left.getAsDouble()) + " left" : clock(seconds(now));
  }

  private OptionalDouble left(long now) {
    double went = seconds(now);
    double most = limit.map(given -> Math.max(0, seconds(given) - went)).orElse(Double.NaN);
    if (doneHere == 0 || all.isEmpty()) {
      return Double.isNaN(most) ? OptionalDouble.empty() : OptionalDouble.of(most);
    }
    double rest = went / doneHere * Math.max(0, all.getAsInt() - done);
    return OptionalDouble.of(Double.isNaN(most) ? rest : Math.min(rest, most));
  }

  private String found() {
    String values =
        IntStream.range(0, goals.size())
            .filter(each -> best.get(each).isPresent())
            .mapToObj(each -> value(best.get(each).orElseThrow(), each))
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "" : " - best " + values;
  }

  private static String value(Trial trial, int objective) {
    return Figures.of(trial.values().get(objective)) + " (trial " + trial.number() + ")";
  }

  private String lost() {
    return counted(TrialState.PRUNED, "pruned") + counted(TrialState.FAILED, "failed");
  }

  private String counted(TrialState state, String word) {
    int count = counts.getOrDefault(state, 0);
    return count > 0 ? " - " + count + " " + word : "";
  }

  private double seconds(long now) {
    return (now - start) / NANOSECONDS;
  }

  /** No number of nanoseconds holds a limit that stands for none. */
  private static double seconds(Duration time) {
    return time.toSeconds() + time.toNanosPart() / NANOSECONDS;
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
    return whole >= 60
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : whole + "s";
  }
}
