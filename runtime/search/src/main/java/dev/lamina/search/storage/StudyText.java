package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.trial.StudyRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a study is, as text, as it is kept in files and databases.
 *
 * @param params the code of each parameter by its name, in their order
 * @param goals which way each objective gets better
 * @param settings all else that trials depend on, by name
 */
record StudyText(Map<String, String> params, List<String> goals, Map<String, String> settings) {

  private static final String FIX =
      "search as the study was begun, or give this search a name of its own with `named(...)`.";

  /** Copies the collections. */
  StudyText {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    goals = List.copyOf(goals);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  static StudyText of(StudyRecord study) {
    Map<String, String> params = new LinkedHashMap<>();
    for (Param<?> param : study.params()) {
      params.put(param.name(), param.toString());
    }
    return new StudyText(params, study.goals().stream().map(Enum::name).toList(), study.settings());
  }

  /**
   * Refuses to go on with a study that is not this one.
   *
   * @param kept what is kept under the name
   * @param place the study and where it is kept, as the start of a sentence
   * @throws InvalidDescriptionException with everything that differs
   */
  void requireSame(StudyText kept, String place) {
    List<Problem> problems = new ArrayList<>();
    differences("Parameter", kept.params, params, problems);
    boolean isReordered = !List.copyOf(kept.params.keySet()).equals(List.copyOf(params.keySet()));
    if (problems.isEmpty() && isReordered) {
      difference(
          "The order of parameters",
          quoted(kept.params.keySet()),
          quoted(params.keySet()),
          problems);
    }
    if (!kept.goals.equals(goals)) {
      difference("The goals", quoted(kept.goals), quoted(goals), problems);
    }
    differences("Setting", kept.settings, settings, problems);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(place, problems);
    }
  }

  private static void differences(
      String kind, Map<String, String> kept, Map<String, String> now, List<Problem> problems) {
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(kept.keySet());
    for (String name : names) {
      String before = kept.containsKey(name) ? quoted(kept.get(name)) : "absent";
      String after = now.containsKey(name) ? quoted(now.get(name)) : "absent";
      if (!before.equals(after)) {
        difference(kind + " `" + name + "`", before, after, problems);
      }
    }
  }

  private static String quoted(Object value) {
    return "`" + value + "`";
  }

  private static void difference(String what, String before, String after, List<Problem> problems) {
    problems.add(
        new Problem(
            what,
            "must be as in the study that is kept, " + before + ", but is " + after + ".",
            FIX));
  }
}
