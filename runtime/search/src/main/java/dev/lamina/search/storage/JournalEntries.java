package dev.lamina.search.storage;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of Optuna's journal, with what only Lamina needs as system attributes. */
final class JournalEntries {

  /** What the study is. */
  static final String STUDY = "lamina:study";

  /** Who is at a trial. */
  static final String CLAIM = "lamina:claim";

  /** When its worker last gave a sign of life. */
  static final String SEEN = "lamina:seen";

  /** How it ended; it has when its state says so. */
  static final String END = "lamina:end";

  static final int RUNNING = 0;
  static final int COMPLETE = 1;
  static final int PRUNED = 2;
  static final int FAILED = 3;
  static final int WAITING = 4;

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private final JsonMapper mapper;
  private final Map<String, String> distributions = new HashMap<>();

  JournalEntries(JsonMapper mapper, StudyRecord study) {
    this.mapper = mapper;
    OptunaDistributions cases = new OptunaDistributions(mapper);
    for (Param<?> param : study.params()) {
      distributions.put(param.name(), mapper.writeValueAsString(param.accept(cases)));
    }
  }

  /** A study begins. */
  ObjectNode created(StudyRecord study) {
    ObjectNode entry = entry(JournalOperation.CREATE_STUDY).put("study_name", study.name());
    ArrayNode directions = entry.putArray("directions");
    study.goals().forEach(goal -> directions.add(direction(goal)));
    return entry;
  }

  /** As Optuna counts them. */
  static int direction(Goal goal) {
    return goal == Goal.MINIMIZE ? 1 : 2;
  }

  /** What the study is. */
  ObjectNode described(int study, StudyText text) {
    ObjectNode entry = entry(JournalOperation.SET_STUDY_SYSTEM_ATTRIBUTE).put("study_id", study);
    ObjectNode json = entry.putObject("system_attr").putObject(STUDY);
    ObjectNode params = json.putObject("params");
    text.params().forEach(params::put);
    ArrayNode goals = json.putArray("goals");
    text.goals().forEach(goals::add);
    ObjectNode settings = json.putObject("settings");
    text.settings().forEach(settings::put);
    return entry;
  }

  /** A trial begins. */
  ObjectNode begun(int study, TrialRecord trial) {
    ObjectNode entry = entry(JournalOperation.CREATE_TRIAL).put("study_id", study);
    entry.put("datetime_start", local(trial.started())).put("state", RUNNING);
    entry.putNull("value").putNull("values");
    ObjectNode kinds = entry.putObject("distributions");
    ObjectNode params = entry.putObject("params");
    trial
        .choices()
        .forEach(
            (name, number) -> {
              kinds.put(name, distributions.get(name));
              params.put(name, number);
            });
    entry.putObject("user_attrs");
    JournalClaim.of(trial).writeTo(entry.putObject("system_attrs").putObject(CLAIM));
    entry.putObject("intermediate_values");
    return entry;
  }

  /**
   * A trial begins anew: for Optuna, it has waited in between. Where only some of these lines are
   * written, it waits or has been claimed.
   */
  List<ObjectNode> begunAnew(int id, TrialRecord trial) {
    ObjectNode again = state(id, RUNNING).put("datetime_start", local(trial.started()));
    ObjectNode claim = attribute(id, CLAIM, JournalClaim.of(trial)::writeTo);
    return List.of(released(id), claim, again);
  }

  /** A trial waits for a worker. */
  ObjectNode released(int id) {
    return state(id, WAITING);
  }

  /** Its worker lives. */
  ObjectNode seen(int id, Instant at) {
    ObjectNode entry = entry(JournalOperation.SET_TRIAL_SYSTEM_ATTRIBUTE).put("trial_id", id);
    entry.putObject("system_attr").put(SEEN, at.toString());
    return entry;
  }

  /** Its first objective after a step. */
  ObjectNode reported(int id, int step, double value) {
    return entry(JournalOperation.SET_TRIAL_REPORT)
        .put("trial_id", id)
        .put("step", step)
        .put("intermediate_value", value);
  }

  /** A trial ends: with the last of these lines. */
  List<ObjectNode> ended(int id, TrialRecord trial) {
    JournalEnd end = JournalEnd.of(trial);
    ObjectNode state = entry(JournalOperation.SET_TRIAL_STATE).put("trial_id", id);
    state.put("state", code(trial.state()));
    if (trial.values().isEmpty()) {
      state.putNull("values");
    } else {
      trial.values().forEach(state.putArray("values")::add);
    }
    state.put("datetime_complete", local(end.at()));
    return List.of(attribute(id, END, end::writeTo), state);
  }

  private static int code(TrialState state) {
    return switch (state) {
      case WAITING -> WAITING;
      case RUNNING -> RUNNING;
      case COMPLETE -> COMPLETE;
      case PRUNED -> PRUNED;
      case FAILED -> FAILED;
    };
  }

  private ObjectNode state(int id, int code) {
    return entry(JournalOperation.SET_TRIAL_STATE)
        .put("trial_id", id)
        .put("state", code)
        .putNull("values");
  }

  private ObjectNode attribute(int id, String name, Consumer<ObjectNode> content) {
    ObjectNode entry = entry(JournalOperation.SET_TRIAL_SYSTEM_ATTRIBUTE).put("trial_id", id);
    content.accept(entry.putObject("system_attr").putObject(name));
    return entry;
  }

  private ObjectNode entry(JournalOperation operation) {
    return mapper.createObjectNode().put("op_code", operation.code()).put("worker_id", "lamina");
  }

  private static String local(Instant at) {
    return LOCAL.format(LocalDateTime.ofInstant(at, ZoneId.systemDefault()));
  }
}
