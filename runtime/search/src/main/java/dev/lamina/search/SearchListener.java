package dev.lamina.search;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.SearchPlan;
import java.util.List;

/**
 * Hears how a search goes; methods are called one at a time, from the threads of the trials.
 *
 * <p>What a listener throws ends the search: trials that run then are given back undone.
 */
public interface SearchListener {

  /**
   * The search begins, or goes on.
   *
   * @param start what is known then
   */
  default void searchStarted(Start start) {}

  /** A trial begins. */
  default void trialStarted(Trial trial) {}

  /** A trial reported. */
  default void trialReported(Trial trial) {}

  /** A trial ended. */
  default void trialEnded(Trial trial) {}

  /** The search is over. */
  default void searchEnded(SearchResult result) {}

  /**
   * What is known as a search begins.
   *
   * @param study the name of the study
   * @param plan what is searched
   * @param goals which way each objective gets better
   * @param earlier the trials that are done already, by another run
   */
  record Start(String study, SearchPlan plan, List<Goal> goals, List<Trial> earlier) {

    /** Copies the lists. */
    public Start {
      goals = List.copyOf(goals);
      earlier = List.copyOf(earlier);
    }
  }
}
