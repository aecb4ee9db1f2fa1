package dev.lamina.search.arbiter;

import dev.lamina.dsl.search.Choices;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.TaskCreator;
import org.deeplearning4j.arbiter.optimize.api.data.DataProvider;
import org.deeplearning4j.arbiter.optimize.api.data.DataSource;
import org.deeplearning4j.arbiter.optimize.api.score.ScoreFunction;
import org.deeplearning4j.arbiter.optimize.runner.CandidateInfo;
import org.deeplearning4j.arbiter.optimize.runner.CandidateStatus;
import org.deeplearning4j.arbiter.optimize.runner.IOptimizationRunner;
import org.deeplearning4j.arbiter.optimize.runner.listener.StatusListener;

/** Tasks of Arbiter's runner that call a function. */
@SuppressWarnings("rawtypes") // as the interface has it
record FunctionTasks(ToDoubleFunction<Choices> function) implements TaskCreator {

  @Override
  @Deprecated
  public Callable<OptimizationResult> create(
      Candidate candidate,
      DataProvider dataProvider,
      ScoreFunction scoreFunction,
      List<StatusListener> statusListeners,
      IOptimizationRunner runner) {
    return () -> result(candidate);
  }

  @Override
  public Callable<OptimizationResult> create(
      Candidate candidate,
      Class<? extends DataSource> dataSource,
      Properties dataSourceProperties,
      ScoreFunction scoreFunction,
      List<StatusListener> statusListeners,
      IOptimizationRunner runner) {
    return () -> result(candidate);
  }

  private OptimizationResult result(Candidate candidate) {
    double score = function.applyAsDouble((Choices) candidate.getValue());
    CandidateInfo info =
        new CandidateInfo(
            candidate.getIndex(),
            CandidateStatus.Complete,
            score,
            0,
            0L,
            0L,
            candidate.getFlatParameters(),
            null);
    return new OptimizationResult(candidate, score, candidate.getIndex(), null, info, null);
  }
}
