package dev.lamina.search.report;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.importance.Landscape;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.search.trial.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Studies made up for reports: with trials of every kind, and a parameter that some do not read.
 */
final class Reported {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<Param<?>> PARAMS =
      List.of(
          real("rate", 1e-4, 1e-1).log(),
          integer("width", 8, 256).step(8),
          choice("optimizer", "adam()", "<script>alert(\"x\")</script>", "momentum()"),
          flag("deep"),
          real("dropout", 0, 0.5));

  private Reported() {}

  /** One objective, of which less is better. */
  static ReportContent study(int count) {
    List<TrialRecord> trials = IntStream.range(0, count).mapToObj(each -> trial(each, 1)).toList();
    Set<Integer> best =
        trials.stream()
            .filter(each -> each.state() == TrialState.COMPLETE)
            .min(Comparator.comparing(each -> each.values().get(0)))
            .map(each -> Set.of(each.number()))
            .orElse(Set.of());
    return content(trials, List.of("val_loss"), best);
  }

  /** A study of four trials, of which the last two were done a day later. */
  static ReportContent resumed() {
    List<TrialRecord> trials =
        IntStream.range(0, 4)
            .mapToObj(each -> each < 2 ? trial(each, 1) : later(trial(each, 1)))
            .toList();
    return content(trials, List.of("val_loss"), Set.of(0));
  }

  private static TrialRecord later(TrialRecord trial) {
    return new TrialRecord(
        trial.number(),
        trial.state(),
        trial.choices(),
        trial.values(),
        trial.reports(),
        trial.outcome(),
        trial.claim(),
        trial.started().plus(DAY),
        trial.ended().map(end -> end.plus(DAY)));
  }

  /** Two objectives, the first trials on the front. */
  static ReportContent compromises(int count) {
    List<TrialRecord> trials = IntStream.range(0, count).mapToObj(each -> trial(each, 2)).toList();
    Set<Integer> front =
        trials.stream()
            .filter(each -> each.state() == TrialState.COMPLETE)
            .limit(3)
            .map(TrialRecord::number)
            .collect(Collectors.toSet());
    return content(trials, List.of("val_loss", "seconds"), front);
  }

  private static ReportContent content(
      List<TrialRecord> trials, List<String> objectives, Set<Integer> best) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("seed", "11");
    settings.put("sampler", "randomSearch()");
    List<Goal> goals = objectives.stream().map(each -> Goal.MINIMIZE).toList();
    Space space = Space.of(PARAMS);
    List<Observation> observed =
        trials.stream()
            .filter(each -> each.state() == TrialState.COMPLETE)
            .map(each -> observed(space, each))
            .toList();
    Optional<Landscape> landscape = Landscape.of(space, observed, 0);
    return new ReportContent(
        new StudyRecord("digits", PARAMS, goals, settings),
        objectives,
        trials.stream().map(each -> new ReportTrial(each, ", width 64")).toList(),
        best,
        "All trials are done.",
        "search(real(\"rate\", 1.0E-4, 0.1).log()).trials(60).seed(11)",
        landscape);
  }

  private static Observation observed(Space space, TrialRecord trial) {
    double[] losses = trial.values().stream().mapToDouble(each -> each).toArray();
    return new Observation(
        trial.number(),
        Observation.State.COMPLETE,
        space.point(trial.choices()),
        losses,
        new TreeMap<>());
  }

  private static TrialRecord trial(int number, int objectives) {
    SplittableRandom random = new SplittableRandom(number);
    Map<String, Double> choices = new LinkedHashMap<>();
    double power = -4 + 3 * random.nextDouble();
    int width = 8 * (1 + random.nextInt(32));
    choices.put("rate", Math.pow(10, power));
    choices.put("width", (double) width);
    choices.put("optimizer", (double) random.nextInt(3));
    boolean isDeep = random.nextBoolean();
    choices.put("deep", isDeep ? 1.0 : 0.0);
    if (isDeep) {
      choices.put("dropout", random.nextDouble() / 2);
    }
    double value =
        0.05
            + Math.pow(power + 2.2, 2) / 8
            + choices.get("optimizer") / 10
            + 3.0 / width
            + random.nextDouble() / 20;
    Instant start = NOON.plusMillis(number / 2 * 2600L + number % 2 * 700L);
    Claim claim = new Claim(new Worker("host", 1, 0, "a"), start);
    TrialRecord trial = TrialRecord.begun(number, choices, claim, start);
    int epochs = number % 3 == 1 && number > 4 ? 3 + number % 5 : 20;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      trial = trial.reported(epoch, value + 1.2 * Math.exp(-epoch / 4.0));
    }
    return ended(trial, epochs, values(value, width, objectives));
  }

  private static List<Double> values(double value, int width, int objectives) {
    List<Double> values = new ArrayList<>(List.of(value));
    if (objectives == 2) {
      values.add(0.5 + width / 100.0);
    }
    return values;
  }

  private static TrialRecord ended(TrialRecord trial, int epochs, List<Double> values) {
    Instant end = trial.started().plusMillis(400 + 100L * epochs);
    if (trial.number() % 11 == 7) {
      return trial.ended(new Outcome(Outcome.Kind.DIVERGED, "in epoch 20"), List.of(), end);
    }
    return epochs < 20
        ? trial.ended(new Outcome(Outcome.Kind.PRUNED, "at step " + epochs), List.of(), end)
        : trial.ended(Outcome.complete(), values, end);
  }
}
