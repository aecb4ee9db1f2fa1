package dev.lamina.search.trial;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.Param;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study is, as it is kept: a study that is gone on with must be the same.
 *
 * @param name its name, unique where it is kept
 * @param params what is searched
 * @param goals which way each objective gets better
 * @param settings all else that trials depend on, as text by name: the seed, the window, the
 *     sampler, the pruner, objectives, known points, threads, and the fingerprint of the data
 */
public record StudyRecord(
    String name, List<Param<?>> params, List<Goal> goals, Map<String, String> settings) {

  /** Copies the collections. */
  public StudyRecord {
    params = List.copyOf(params);
    goals = List.copyOf(goals);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
