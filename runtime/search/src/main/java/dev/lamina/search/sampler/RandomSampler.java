package dev.lamina.search.sampler;

import java.util.Optional;

/**
 * Random search: each trial is drawn anew, all values being as likely (Bergstra and Bengio, 2012,
 * "Random Search for Hyper-Parameter Optimization").
 */
record RandomSampler() implements Sampler {

  @Override
  public Optional<double[]> propose(Ask ask) {
    return Optional.of(ask.space().random(ask.random()));
  }

  /** It waits for nobody. */
  @Override
  public int visible(int trial, int window) {
    return 0;
  }

  @Override
  public String toString() {
    return "randomSearch()";
  }
}
