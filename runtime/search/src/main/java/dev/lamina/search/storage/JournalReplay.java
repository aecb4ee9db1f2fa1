package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What the lines of a journal say of one study, by the rules of Optuna: studies and trials are
 * numbered through the file, and nothing changes a trial that is done.
 */
final class JournalReplay {

  private final String name;
  private final Map<Integer, String> studies = new HashMap<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Integer> ids = new ArrayList<>();
  private final List<TrialRecord> trials = new ArrayList<>();
  private final Map<Integer, JournalEnd> ends = new HashMap<>();
  private Optional<StudyText> description = Optional.empty();
  private List<Integer> directions = List.of();
  private boolean foreign;
  private int ourStudy = -1;
  private int nextStudy;
  private int nextTrial;

  JournalReplay(String name) {
    this.name = name;
  }

  /** Whether the study is there. */
  boolean isThere() {
    return ourStudy >= 0;
  }

  /** The number of the study in the file. */
  int studyId() {
    return ourStudy;
  }

  /** What Lamina has written of the study, if it has. */
  Optional<StudyText> description() {
    return description;
  }

  /** Which way each objective gets better: 1 if less is, 2 if more is. */
  List<Integer> directions() {
    return directions;
  }

  /** Whether there are trials that another program began before Lamina knew of the study. */
  boolean isForeign() {
    return foreign;
  }

  /** The number of a trial in the file. */
  int id(int number) {
    return ids.get(number);
  }

  /** All trials as they are now: the list goes on with them. */
  List<TrialRecord> trials() {
    return Collections.unmodifiableList(trials);
  }

  /** Goes on with the next line. */
  void apply(JsonNode entry) {
    JournalOperation operation = JournalOperation.of(entry.required("op_code").intValue());
    switch (operation) {
      case CREATE_STUDY -> createStudy(entry);
      case DELETE_STUDY -> deleteStudy(entry.required("study_id").intValue());
      case SET_STUDY_SYSTEM_ATTRIBUTE -> describe(entry);
      case CREATE_TRIAL -> createTrial(entry);
      case SET_STUDY_USER_ATTRIBUTE -> {
        // Users may mark studies and trials; searches do not look at it.
      }
      default -> change(operation, entry);
    }
  }

  private void createStudy(JsonNode entry) {
    String created = entry.required("study_name").stringValue();
    if (studies.containsValue(created)) {
      return;
    }
    studies.put(nextStudy, created);
    if (created.equals(name)) {
      ourStudy = nextStudy;
      directions =
          StreamSupport.stream(entry.required("directions").spliterator(), false)
              .map(JsonNode::intValue)
              .toList();
    }
    nextStudy++;
  }

  private void deleteStudy(int id) {
    studies.remove(id);
    if (id == ourStudy) {
      ourStudy = -1;
      description = Optional.empty();
      foreign = false;
      List.of(numbers, ends).forEach(Map::clear);
      List.of(ids, trials).forEach(List::clear);
    }
  }

  private void describe(JsonNode entry) {
    JsonNode study = entry.required("system_attr").path(JournalEntries.STUDY);
    if (entry.required("study_id").intValue() == ourStudy && !study.isMissingNode()) {
      description = Optional.of(studyText(study));
    }
  }

  private static StudyText studyText(JsonNode study) {
    List<String> goals = new ArrayList<>();
    study.required("goals").forEach(goal -> goals.add(goal.stringValue()));
    return new StudyText(texts(study.required("params")), goals, texts(study.required("settings")));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().stringValue()));
    return texts;
  }

  private void createTrial(JsonNode entry) {
    int study = entry.required("study_id").intValue();
    if (!studies.containsKey(study)) {
      return;
    }
    int id = nextTrial++;
    if (study == ourStudy) {
      JsonNode marks = entry.path("system_attrs");
      if (marks.has(JournalEntries.CLAIM)) {
        createTrial(id, marks, entry);
      } else {
        meetForeign();
      }
    }
  }

  /** Where Optuna has copied a study, one line has all of a trial: its reports and its end too. */
  private void createTrial(int id, JsonNode marks, JsonNode entry) {
    int number = ids.size();
    numbers.put(id, number);
    ids.add(id);
    if (marks.has(JournalEntries.END)) {
      ends.put(number, JournalEnd.of(marks.required(JournalEntries.END)));
    }
    JournalClaim claimed = JournalClaim.of(marks.required(JournalEntries.CLAIM));
    TrialRecord trial =
        TrialRecord.begun(
            number, numbers(entry.required("params")), claimed.claim(), claimed.started());
    for (Map.Entry<String, Double> report :
        numbers(entry.required("intermediate_values")).entrySet()) {
      trial = trial.reported(Integer.parseInt(report.getKey()), report.getValue());
    }
    trials.add(changed(trial, entry));
  }

  private static Map<String, Double> numbers(JsonNode object) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    object.properties().forEach(each -> numbers.put(each.getKey(), each.getValue().doubleValue()));
    return numbers;
  }

  /** A study of another program is refused as a whole. */
  private void meetForeign() {
    foreign = true;
    if (description.isPresent()) {
      throw new InvalidDescriptionException(
          "Study `" + name + "`",
          List.of(
              new Problem(
                  "Trial " + trials.size(),
                  "must be one that Lamina has begun, but another program has added it.",
                  "search under another name, and give the point to `startingFrom(...)`.")));
    }
  }

  private void change(JournalOperation operation, JsonNode entry) {
    Integer number = numbers.get(entry.required("trial_id").intValue());
    if (number == null || trials.get(number).state().isDone()) {
      return;
    }
    TrialRecord trial = trials.get(number);
    switch (operation) {
      case SET_TRIAL_STATE -> trials.set(number, changed(trial, entry));
      case SET_TRIAL_REPORT ->
          trials.set(
              number,
              trial.reported(
                  entry.required("step").intValue(),
                  entry.required("intermediate_value").doubleValue()));
      case SET_TRIAL_SYSTEM_ATTRIBUTE -> mark(trial, entry.required("system_attr"));
      default -> {
        // What a trial tries is in its first line, and users may mark it.
      }
    }
  }

  private void mark(TrialRecord trial, JsonNode attribute) {
    int number = trial.number();
    if (attribute.has(JournalEntries.CLAIM)) {
      JournalClaim claimed = JournalClaim.of(attribute.required(JournalEntries.CLAIM));
      trials.set(number, trial.begunAnew(claimed.claim(), claimed.started()));
      ends.remove(number);
    } else if (attribute.has(JournalEntries.SEEN)) {
      trials.set(number, trial.seen(JournalClaim.instant(attribute, JournalEntries.SEEN)));
    } else if (attribute.has(JournalEntries.END)) {
      ends.put(number, JournalEnd.of(attribute.required(JournalEntries.END)));
    }
  }

  /** That a trial runs is known by its claim; only Optuna needs to be told. */
  private TrialRecord changed(TrialRecord trial, JsonNode entry) {
    int state = entry.required("state").intValue();
    if (state == JournalEntries.RUNNING) {
      return trial;
    }
    if (state == JournalEntries.WAITING) {
      return trial.released();
    }
    JournalEnd end =
        Optional.ofNullable(ends.remove(trial.number())).orElseGet(() -> foreign(entry));
    return trial.ended(end.outcome(), values(entry), end.at());
  }

  /** A line that has all of a trial has the value of a single objective by itself. */
  private static List<Double> values(JsonNode entry) {
    if (entry.path("value").isNumber()) {
      return List.of(entry.required("value").doubleValue());
    }
    List<Double> values = new ArrayList<>();
    entry.required("values").forEach(value -> values.add(value.doubleValue()));
    return values;
  }

  /** Somebody ended it by Optuna. */
  private static JournalEnd foreign(JsonNode entry) {
    Outcome.Kind kind =
        switch (entry.required("state").intValue()) {
          case JournalEntries.COMPLETE -> Outcome.Kind.COMPLETE;
          case JournalEntries.PRUNED -> Outcome.Kind.PRUNED;
          default -> Outcome.Kind.FAILED;
        };
    LocalDateTime at = LocalDateTime.parse(entry.required("datetime_complete").stringValue());
    String detail = kind.state() == TrialState.FAILED ? "ended by another program" : "";
    return new JournalEnd(new Outcome(kind, detail), at.atZone(ZoneId.systemDefault()).toInstant());
  }
}
