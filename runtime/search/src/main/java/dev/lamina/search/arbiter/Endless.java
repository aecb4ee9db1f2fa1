package dev.lamina.search.arbiter;

import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** A generator that may fail to make a candidate once, and is asked again nevertheless. */
record Endless(CandidateGenerator generator) implements CandidateGenerator {

  @Override
  public boolean hasMoreCandidates() {
    return true;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public Candidate getCandidate() {
    return generator.getCandidate();
  }

  @Override
  public void reportResults(OptimizationResult result) {
    generator.reportResults(result);
  }

  @Override
  public ParameterSpace<?> getParameterSpace() {
    return generator.getParameterSpace();
  }

  @Override
  public void setRngSeed(long rngSeed) {
    generator.setRngSeed(rngSeed);
  }

  @Override
  public Class<?> getCandidateType() {
    return generator.getCandidateType();
  }
}
