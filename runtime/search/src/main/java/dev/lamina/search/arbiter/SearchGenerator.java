package dev.lamina.search.arbiter;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.Study;
import dev.lamina.search.Trial;
import dev.lamina.search.space.Space;
import dev.lamina.search.trial.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.api.TaskCreator;

/** A search that Arbiter's runner drives; for use by several threads. */
public final class SearchGenerator implements CandidateGenerator, AutoCloseable {

  private final Study study;
  private final ParameterSpace<double[]> space;
  private final Map<Integer, ActiveTrial> running = new HashMap<>();
  private Optional<ActiveTrial> next = Optional.empty();

  SearchGenerator(Study study, SearchPlan plan) {
    this.study = study;
    this.space = PlaceSpace.of(Space.of(plan.params()));
  }

  /** Whether there is a trial to do now: where there is none, results may bring one. */
  @Override
  public synchronized boolean hasMoreCandidates() {
    next = next.or(study::poll);
    return next.isPresent();
  }

  /**
   * The next trial, which is its value.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if there is none now
   */
  @Override
  public synchronized Candidate<ActiveTrial> getCandidate() {
    new Requirement(new Code("getCandidate()"))
        .that(
            hasMoreCandidates(),
            "generator",
            "one that has more candidates",
            "waiting for results, or at its end",
            "ask `hasMoreCandidates()` before");
    ActiveTrial trial = next.orElseThrow();
    next = Optional.empty();
    running.put(trial.number(), trial);
    return new Candidate<>(() -> trial, trial.number(), new double[0]);
  }

  /** Ends the trial with its score; where there is none, it has failed. */
  @Override
  public synchronized void reportResults(OptimizationResult result) {
    Optional<ActiveTrial> trial = Optional.ofNullable(running.remove(result.getIndex()));
    Optional<Double> score = Optional.ofNullable(result.getScore());
    trial.ifPresent(
        given ->
            score.ifPresentOrElse(
                given::complete, () -> given.fail(new Outcome(Outcome.Kind.FAILED, "no score"))));
  }

  /** The same tasks, of which the search hears too when they fail: Arbiter does not tell it. */
  public TaskCreator telling(TaskCreator tasks) {
    Requirement.of("telling", tasks).present("tasks", tasks);
    return new TellingTasks(tasks, this::failed);
  }

  /** All trials so far, in the order of their numbers. */
  public List<Trial> trials() {
    return study.trials();
  }

  /** A space of places from 0 to 1. */
  @Override
  public ParameterSpace<?> getParameterSpace() {
    return space;
  }

  /** Nothing: the seed is that of the search. */
  @Override
  public void setRngSeed(long rngSeed) {
    // The same search gives the same candidates, whatever the seed of the runner.
  }

  @Override
  public Class<?> getCandidateType() {
    return ActiveTrial.class;
  }

  /** Ends the search; trials that are not done are given back. */
  @Override
  public synchronized void close() {
    running.values().forEach(ActiveTrial::release);
    running.clear();
    next.ifPresent(ActiveTrial::release);
    next = Optional.empty();
    study.close();
  }

  private synchronized void failed(int index, Exception cause) {
    Optional.ofNullable(running.remove(index))
        .ifPresent(trial -> trial.fail(new Outcome(Outcome.Kind.FAILED, cause.toString())));
  }
}
