package dev.lamina.search.sampler;

import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The question for the point of one trial.
 *
 * @param space what is searched
 * @param trials all trials before this one in their order: those that the sampler may know of are
 *     done, the others count as running, however far they are
 * @param number which trial, counted from 0
 * @param objectives how many losses a complete trial has
 * @param seed the seed of the study, for what all trials share, such as an order of points
 * @param random what is random about this trial
 * @param admits whether a point may be tried: it fulfils the constraints, and no trial before had
 *     it
 */
public record Ask(
    Space space,
    List<Observation> trials,
    int number,
    int objectives,
    long seed,
    RandomGenerator random,
    Predicate<double[]> admits) {

  /** Copies the list. */
  public Ask {
    trials = List.copyOf(trials);
  }

  /** The trials that are in this state. */
  public List<Observation> trials(Observation.State state) {
    return trials.stream().filter(each -> each.state() == state).toList();
  }
}
