package dev.lamina.search;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.TrainingResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a search found. */
public final class SearchResult {

  private final StudySetup setup;
  private final List<Trial> trials;
  private final StopCause stopCause;
  private final Experiments experiments;

  SearchResult(
      StudySetup setup, List<Trial> trials, StopCause stopCause, Experiments experiments) {
    this.setup = setup;
    this.trials = List.copyOf(trials);
    this.stopCause = stopCause;
    this.experiments = experiments;
  }

  /** The name of the study. */
  public String study() {
    return setup.name();
  }

  /** All trials in the order of their numbers; where the search was cut short, some are not done. */
  public List<Trial> trials() {
    return trials;
  }

  /** The trials that are complete. */
  public List<Trial> complete() {
    return trials.stream().filter(each -> each.state() == TrialState.COMPLETE).toList();
  }

  /** Why the search ended. */
  public StopCause stopCause() {
    return stopCause;
  }

  /**
   * The trial with the best objective, of equals the first; with several objectives, that with the
   * best first one.
   *
   * @throws InvalidDescriptionException if no trial is complete
   */
  public Trial best() {
    return complete().stream()
        .min(Comparator.comparingDouble(each -> loss(each, 0)))
        .orElseThrow(
            () ->
                new InvalidDescriptionException(
                    "`best()`",
                    List.of(
                        new Problem(
                            "Search `" + setup.name() + "`",
                            "has no trial that is complete among its " + trials.size() + ".",
                            "look at `trials()` for what went wrong."))));
  }

  /**
   * The Pareto front: the trials that no other one beats in one objective without being worse in
   * another, in the order of their numbers.
   */
  public List<Trial> front() {
    List<Trial> complete = complete();
    return complete.stream()
        .filter(each -> complete.stream().noneMatch(other -> dominates(other, each)))
        .toList();
  }

  /**
   * The network and the plan of a trial, with the seed that it had.
   *
   * @throws InvalidDescriptionException if the search was of a function
   */
  public Experiment experiment(Trial trial) {
    Requirement.of("experiment", trial).present("trial", trial);
    return experiments.of(trial, trial.seed());
  }

  /**
   * Trains the network of a trial once more, to the same weights, bit for bit.
   *
   * @throws InvalidDescriptionException if the search was of a function
   */
  public TrainingResult train(Trial trial) {
    Requirement.of("train", trial).present("trial", trial);
    return experiments.train(trial, trial.seed());
  }

  private boolean dominates(Trial one, Trial other) {
    int objectives = setup.goals().size();
    return IntStream.range(0, objectives).allMatch(each -> loss(one, each) <= loss(other, each))
        && IntStream.range(0, objectives).anyMatch(each -> loss(one, each) < loss(other, each));
  }

  private double loss(Trial trial, int objective) {
    return setup.loss(objective, trial.values().get(objective));
  }
}
