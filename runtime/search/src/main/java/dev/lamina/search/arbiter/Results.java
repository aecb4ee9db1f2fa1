package dev.lamina.search.arbiter;

import dev.lamina.search.space.Observation;
import java.util.Arrays;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.runner.CandidateInfo;
import org.deeplearning4j.arbiter.optimize.runner.CandidateStatus;

/**
 * Trials as results of Arbiter.
 *
 * @param places the space that they are of
 */
record Results(PlaceSpace places) {

  private static final double MIDDLE = 0.5;

  /** Of a trial that is complete. Where it read no value, any place is as good. */
  OptimizationResult of(Observation trial) {
    double[] point = trial.point();
    double[] flat =
        Arrays.stream(places.flat(point))
            .map(place -> Double.isNaN(place) ? MIDDLE : place)
            .toArray();
    Candidate<double[]> candidate = new Candidate<>(() -> point, trial.number(), flat);
    CandidateInfo info =
        new CandidateInfo(
            trial.number(), CandidateStatus.Complete, trial.loss(0), 0, 0L, 0L, flat, null);
    return new OptimizationResult(candidate, trial.loss(0), trial.number(), null, info, null);
  }
}
