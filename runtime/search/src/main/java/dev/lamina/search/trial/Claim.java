package dev.lamina.search.trial;

import java.time.Instant;

/**
 * Who is at a trial.
 *
 * @param worker the worker, unique among all workers of all processes
 * @param seen when it last gave a sign of life
 */
public record Claim(Worker worker, Instant seen) {

  /** The same claim with a newer sign of life. */
  public Claim seen(Instant at) {
    return new Claim(worker, at);
  }
}
