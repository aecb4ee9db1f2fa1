package dev.lamina.search.arbiter;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.TaskCreator;
import org.deeplearning4j.arbiter.optimize.api.data.DataProvider;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.score.ScoreFunction;
import org.deeplearning4j.arbiter.optimize.runner.CandidateStatus;
import org.deeplearning4j.arbiter.optimize.runner.IOptimizationRunner;
import org.deeplearning4j.arbiter.optimize.runner.listener.StatusListener;

/**
 * Tasks that say when they fail.
 *
 * @param tasks what is done
 * @param failed hears the index of a candidate and what was thrown
 */
@SuppressWarnings("rawtypes") // as the interface has it
record TellingTasks(TaskCreator tasks, BiConsumer<Integer, Exception> failed)
    implements TaskCreator {

  @Override
  @Deprecated
  public Callable<OptimizationResult> create(
      Candidate candidate,
      DataProvider dataProvider,
      ScoreFunction scoreFunction,
      List<StatusListener> statusListeners,
      IOptimizationRunner runner) {
    return telling(
        candidate, tasks.create(candidate, dataProvider, scoreFunction, statusListeners, runner));
  }

  @Override
  public Callable<OptimizationResult> create(
      Candidate candidate,
      Class<? extends DataSource> dataSource,
      Properties dataSourceProperties,
      ScoreFunction scoreFunction,
      List<StatusListener> statusListeners,
      IOptimizationRunner runner) {
    return telling(
        candidate,
        tasks.create(
            candidate, dataSource, dataSourceProperties, scoreFunction, statusListeners, runner));
  }

  private Callable<OptimizationResult> telling(
      Candidate candidate, Callable<OptimizationResult> task) {
    return () -> {
      try {
        OptimizationResult result = task.call();
        if (result.getCandidateInfo().getCandidateStatus() == CandidateStatus.Failed) {
          failed.accept(
              candidate.getIndex(),
              new IllegalStateException(result.getCandidateInfo().getExceptionStackTrace()));
        }
        return result;
      } catch (Exception thrown) {
        failed.accept(candidate.getIndex(), thrown);
        throw thrown;
      }
    };
  }
}
