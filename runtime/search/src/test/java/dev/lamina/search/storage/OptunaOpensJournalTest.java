package dev.lamina.search.storage;

import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static dev.lamina.search.storage.StorageContract.STUDY;
import static dev.lamina.search.storage.StorageContract.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Python's Optuna reads what we write, and the other way round. */
class OptunaOpensJournalTest {

  private static final String PRINT =
      """
      study = optuna.load_study(study_name="digits", storage=storage)
      print(json.dumps({
          "directions": [d.name for d in study.directions],
          "trials": [{
              "number": t.number, "state": t.state.name, "params": t.params, "values": t.values,
              "reports": t.intermediate_values, "start": t.datetime_start.timestamp(),
              "duration": t.duration.total_seconds() if t.duration else None,
              "distributions": {k: str(d) for k, d in t.distributions.items()},
          } for t in study.trials]}))
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void optunaIsInstalled() throws IOException, InterruptedException {
    assumeThat(Optuna.isInstalled()).as("whether Python has Optuna").isTrue();
  }

  @Test
  void parametersAreThereWithTheirRanges() throws IOException, InterruptedException {
    Map<String, Double> choices =
        Map.of("x", 0.1 + 0.2, "rate", 1e-3, "share", 0.3, "width", 48.0, "kind", 1.0, "deep", 1.0);
    try (StudyStore store = journal().open(STUDY)) {
      assertThat(store.claim(trials -> Optional.of(StorageContract.trial(0, choices)))).isPresent();
    }

    JsonNode trial = read(PRINT).get("trials").get(0);

    assertThat(trial.get("state").stringValue()).isEqualTo("RUNNING");
    assertThat(trial.get("params"))
        .isEqualTo(
            json(
                """
                {"x": 0.30000000000000004, "rate": 0.001, "share": 0.3, "width": 48, "kind": "ü",
                 "deep": true}
                """));
    assertThat(trial.get("distributions"))
        .isEqualTo(
            json(
                """
                {"x": "FloatDistribution(high=5.0, log=False, low=-5.0, step=None)",
                 "rate": "FloatDistribution(high=0.1, log=True, low=0.0001, step=None)",
                 "share": "FloatDistribution(high=1.0, log=False, low=0.0, step=0.1)",
                 "width": "IntDistribution(high=64, log=False, low=16, step=16)",
                 "kind": "CategoricalDistribution(choices=('a\\"b', 'ü'))",
                 "deep": "CategoricalDistribution(choices=(False, True))"}
                """));
  }

  @Test
  void statesValuesAndReportsAreTheSame() throws IOException, InterruptedException {
    Instant start = StorageContract.START;
    try (StudyStore store = journal().open(STUDY)) {
      TrialRecord complete =
          claimed(store, 0).reported(1, Double.NaN).reported(2, Double.POSITIVE_INFINITY);
      update(store, complete.ended(Outcome.complete(), List.of(0.1 + 0.7), start.plusMillis(2500)));
      update(store, ended(claimed(store, 1).reported(3, -1e-300), Outcome.Kind.PRUNED));
      update(store, ended(claimed(store, 2), Outcome.Kind.OUT_OF_MEMORY));
      update(store, claimed(store, 3).reported(1, 9).released());
      update(store, claimed(store, 4).released());
      update(store, StorageContract.takenOver(store, 4, "worker-2").reported(1, 0.25));
    }

    JsonNode trials = read(PRINT).get("trials");

    assertThat(trials.findValuesAsString("state"))
        .containsExactly("COMPLETE", "PRUNED", "FAIL", "WAITING", "RUNNING");
    assertThat(trials.get(0).get("values")).isEqualTo(json("[0.7999999999999999]"));
    assertThat(trials.get(1).get("values").isNull()).isTrue();
    assertThat(trials.get(0).get("reports")).isEqualTo(json("{\"1\": NaN, \"2\": Infinity}"));
    assertThat(trials.get(1).get("reports")).isEqualTo(json("{\"3\": -1e-300}"));
    assertThat(trials.get(4).get("reports")).isEqualTo(json("{\"1\": 0.25}"));
    assertThat(trials.get(0).get("start").doubleValue()).isEqualTo(1767323045.123456);
    assertThat(trials.get(0).get("duration").doubleValue()).isEqualTo(2.5);
    assertThat(trials.get(4).get("start").doubleValue()).isEqualTo(1767323045.123456 + 61);
  }

  @Test
  void theBestTrialIsTheSame() throws IOException, InterruptedException {
    try (StudyStore store = journal().open(STUDY)) {
      for (double value : new double[] {3, 1.5, 2}) {
        TrialRecord begun = claimed(store, store.trials().size());
        update(store, begun.ended(Outcome.complete(), List.of(value), StorageContract.START));
      }
    }

    String best =
        Optuna.run(
            file(),
            """
            study = optuna.load_study(study_name="digits", storage=storage)
            print(study.best_value, study.best_trial.number, study.best_params)
            """);

    assertThat(best).isEqualTo("1.5 1 {'x': 1.0}\n");
  }

  @Test
  void aWholeSearchIsTheSame() throws IOException, InterruptedException {
    RealParam x = real("x", -5, 5);
    IntParam width = integer("width", 1, 8);
    SearchResult found =
        Tuner.using(randomSearch())
            .storage(journal())
            .named("digits")
            .parallel(2)
            .maximize(
                search(x, width).trials(30).seed(4),
                pick ->
                    pick.get(width) == 3 ? Double.NaN : -Math.abs(pick.get(x)) / pick.get(width));

    JsonNode study =
        read(
            """
            study = optuna.load_study(study_name="digits", storage=storage)
            print(json.dumps({"best": study.best_value, "params": study.best_params,
                "states": [t.state.name for t in study.trials]}))
            """);

    Trial best = found.best();
    assertThat(study.get("best").doubleValue()).isEqualTo(best.value().getAsDouble());
    assertThat(study.get("params").get("x").doubleValue()).isEqualTo(best.get(x));
    assertThat(study.get("params").get("width").intValue()).isEqualTo(best.get(width));
    assertThat(study.get("states").valueStream().map(JsonNode::stringValue))
        .isEqualTo(
            found.trials().stream()
                .map(trial -> trial.state() == TrialState.FAILED ? "FAIL" : trial.state().name())
                .toList())
        .contains("FAIL", "COMPLETE");
  }

  @Test
  void trialsOfSeveralStudiesAreToldApart() throws IOException, InterruptedException {
    List<Goal> goals = List.of(Goal.MAXIMIZE, Goal.MINIMIZE);
    StudyRecord second = new StudyRecord("two", STUDY.params(), goals, Map.of());
    try (StudyStore one = journal().open(STUDY);
        StudyStore other = journal().open(second)) {
      TrialRecord first = claimed(one, 0);
      TrialRecord others = claimed(other, 5);
      update(other, others.ended(Outcome.complete(), List.of(1.0, 2.0), StorageContract.START));
      update(one, first.ended(Outcome.complete(), List.of(7.0), StorageContract.START));
    }

    String printed =
        Optuna.run(
            file(),
            """
            for s in storage.get_all_studies():
                values = [t.values for t in storage.get_all_trials(s._study_id)]
                print(s.study_name, [d.name for d in s.directions], values)
            """);

    assertThat(printed)
        .isEqualTo("digits ['MINIMIZE'] [[7.0]]\ntwo ['MAXIMIZE', 'MINIMIZE'] [[1.0, 2.0]]\n");
  }

  @Test
  void studiesOfPythonInTheSameFileStayAsTheyAre() throws IOException, InterruptedException {
    String search =
        """
        optuna.logging.disable_default_handler()
        study = optuna.create_study(study_name="python", storage=storage, load_if_exists=True)
        study.optimize(lambda t: t.suggest_float("x", 0, 1) + t.suggest_int("n", 1, 4), n_trials=3)
        print(len(study.trials))
        """;
    assertThat(Optuna.run(file(), search)).isEqualTo("3\n");

    try (StudyStore store = journal().open(STUDY)) {
      TrialRecord begun = claimed(store, 0);
      update(store, begun.ended(Outcome.complete(), List.of(7.0), StorageContract.START));
    }

    assertThat(Optuna.run(file(), search)).isEqualTo("6\n");
    JsonNode ours = read(PRINT).get("trials");
    assertThat(ours).hasSize(1);
    assertThat(ours.get(0).get("values")).isEqualTo(json("[7.0]"));
  }

  @Test
  void aStudyThatPythonSearchedIsRefused() throws IOException, InterruptedException {
    String search =
        """
        study = optuna.create_study(study_name="digits", storage=storage)
        study.optimize(lambda t: t.suggest_float("x", -5, 5), n_trials=1)
        """;
    assertThat(Optuna.run(file(), search)).isEmpty();

    assertThatThrownBy(() -> journal().open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Study `digits` in `" + file() + "` is not valid: 1 problem.",
                "  1. It must be a study that Lamina has begun, but is one of another program.",
                "     Fix: give this search a name of its own with `named(...)`, or another"
                    + " file."));
  }

  @Test
  void aTrialThatPythonAddsIsRefused() throws IOException, InterruptedException {
    journal().open(STUDY).close();
    String enqueue =
        """
        optuna.load_study(study_name="digits", storage=storage).enqueue_trial({"x": 1.0})
        """;
    assertThat(Optuna.run(file(), enqueue)).isEmpty();

    assertThatThrownBy(() -> journal().open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining(
            "Trial 0 must be one that Lamina has begun, but another program has added it.");
  }

  @Test
  void aTrialThatPythonEndedIsDone() throws IOException, InterruptedException {
    try (StudyStore store = journal().open(STUDY)) {
      TrialRecord begun = claimed(store, 0);
      String tell =
          """
          study = optuna.load_study(study_name="digits", storage=storage)
          study.tell(0, state=optuna.trial.TrialState.FAIL)
          """;
      assertThat(Optuna.run(file(), tell)).isEmpty();

      assertThat(store.update(begun.reported(1, 0.5))).isFalse();
      assertThat(store.trials().get(0).outcome())
          .contains(new Outcome(Outcome.Kind.FAILED, "ended by another program"));
    }
  }

  private static void update(StudyStore store, TrialRecord trial) {
    assertThat(store.update(trial)).isTrue();
  }

  private static TrialRecord ended(TrialRecord trial, Outcome.Kind kind) {
    return trial.ended(new Outcome(kind, "so"), List.of(), StorageContract.START.plusSeconds(1));
  }

  private JsonNode read(String program) throws IOException, InterruptedException {
    return json(Optuna.run(file(), program));
  }

  private static JsonNode json(String text) {
    return JsonMapper.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build()
        .readTree(text);
  }

  private Storage journal() {
    return Storages.journal(file());
  }

  private Path file() {
    return folder.resolve("study.log");
  }
}
