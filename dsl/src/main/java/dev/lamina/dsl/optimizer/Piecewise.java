package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A learning rate that is another from given steps on, such as {@code piecewise(0.1).then(100,
 * 0.05).then(200, 0.01)}.
 *
 * <pre>{@code
 * eta_k = initial                          k < first step
 * eta_k = the rate of the last step <= k   otherwise
 * }</pre>
 *
 * <p>Keras has it as {@code PiecewiseConstantDecay}, whose boundaries still have the earlier rate:
 * its boundary 99 is {@code then(100, ...)}.
 *
 * @param initial the first rate, at least 0
 * @param changes the steps with new rates, in their order
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record Piecewise(double initial, List<Change> changes, boolean isPerEpoch)
    implements Schedule {

  /** The same rate throughout, so far. */
  public Piecewise(double initial) {
    this(initial, List.of(), false);
  }

  /** Checks the numbers and copies the list. */
  public Piecewise {
    Requirement.of("piecewise", initial)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .allPresent("change", changes);
    for (int i = 1; i < changes.size(); i++) {
      changes.get(i).requireAfter(changes.get(i - 1));
    }
    changes = List.copyOf(changes);
  }

  /**
   * A new rate.
   *
   * @param step the first step that has it, counted from 0, at least 1
   * @param rate the rate, at least 0
   */
  public record Change(int step, double rate) {

    /** Checks the numbers. */
    public Change {
      Requirement.of("then", step, rate)
          .atLeast(1, "step", step, "give the first step with this rate, such as 100")
          .notNegative("rate", rate, "give a rate such as 0.01");
    }

    private void requireAfter(Change before) {
      Requirement.of("then", step, rate)
          .that(
              step > before.step,
              "step",
              "more than that of the change before, " + before.step + ",",
              step,
              "give the changes in the order of their steps");
    }
  }

  /** The same schedule with this rate from this step on. */
  public Piecewise then(int step, double rate) {
    Stream<Change> more = Stream.concat(changes.stream(), Stream.of(new Change(step, rate)));
    return new Piecewise(initial, more.toList(), isPerEpoch);
  }

  /** The same schedule with epochs for steps. */
  public Piecewise perEpoch() {
    return new Piecewise(initial, changes, true);
  }

  @Override
  public double rateAt(long step) {
    double rate = initial;
    for (Change change : changes) {
      rate = change.step <= step ? change.rate : rate;
    }
    return rate;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.piecewise(this);
  }

  @Override
  public String toString() {
    Code code = Code.call("piecewise", initial);
    for (Change change : changes) {
      code = code.then("then", change.step, change.rate);
    }
    return code.thenIf(isPerEpoch, "perEpoch").toString();
  }
}
