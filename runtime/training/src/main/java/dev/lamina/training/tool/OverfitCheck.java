package dev.lamina.training.tool;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.loss.CosineSimilarity;
import dev.lamina.dsl.loss.Poisson;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.Fault;
import dev.lamina.training.engine.Step;
import dev.lamina.training.loop.SampleOrder;
import dev.lamina.training.preparation.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a network can learn a single mini-batch by heart, which comes before all else: one that
 * cannot has a mistake, or too few units, and no data will help it.
 *
 * @param samples how many samples the mini-batch had
 * @param losses the loss of the mini-batch before each update, penalties included
 * @param target the loss that was to be reached
 * @param fault where a number stopped being finite, if one did
 * @param advice what to look at, the likeliest first; nothing if the loss was reached
 */
public record OverfitCheck(
    int samples, List<Double> losses, double target, Optional<Fault> fault, List<String> advice) {

  private static final int DEFAULT_STEPS = 1000;
  private static final double DEFAULT_SHARE = 0.01;

  /** Copies the lists. */
  public OverfitCheck {
    losses = List.copyOf(losses);
    advice = List.copyOf(advice);
  }

  /**
   * Trains on one mini-batch until its loss is below a hundredth of the first, for 1000 updates at
   * most: see {@link #overfitOneBatch(Network, TrainingPlan, Dataset, int, double)}.
   */
  public static OverfitCheck overfitOneBatch(Network network, TrainingPlan plan, Dataset data) {
    return overfitOneBatch(network, plan, data, DEFAULT_STEPS, DEFAULT_SHARE);
  }

  /**
   * Trains a network by the plan on the first mini-batch that it would see, again and again.
   *
   * <p>The loss is the one that training minimizes, with dropout, penalties and weights of classes
   * and samples. Augmentations are left out, and epochs of the plan do not pass meanwhile.
   *
   * @param steps how many updates at most
   * @param share the part of its first value that the loss has to fall below, in (0, 1)
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  public static OverfitCheck overfitOneBatch(
      Network network, TrainingPlan plan, Dataset data, int steps, double share) {
    new Requirement(new Code("overfitOneBatch(network, plan, data)"))
        .present("network", network)
        .present("plan", plan)
        .present("data", data)
        .atLeast(1, "steps", steps, "give the number of updates, such as 1000")
        .that(share > 0 && share < 1, "share", "a number in (0, 1)", share, "give one such as 0.01")
        .that(
            !(plan.loss() instanceof CosineSimilarity) && !(plan.loss() instanceof Poisson),
            "loss",
            "one that is never below 0",
            plan.loss(),
            "check with another, such as `meanSquaredError()`");
    Trials.requireValid(
        "Overfitting one batch", network, plan, DataCheck.batchProblems(network, plan, data));
    int[] order = SampleOrder.shuffled(data.size(), Seeds.sampleOrder(plan, 0));
    Batch batch = Batch.of(data, order, 0, Math.min(plan.batchSize(), order.length));
    Batch weighed = Preparation.of(plan).weigh(batch);
    Engine engine = Engine.create(Compiler.compile(network, plan));
    try {
      return trained(engine, network, plan, weighed, steps, share);
    } finally {
      engine.rest();
    }
  }

  private static OverfitCheck trained(
      Engine engine, Network network, TrainingPlan plan, Batch batch, int steps, double share) {
    List<Double> losses = new ArrayList<>();
    Optional<Fault> fault = Optional.empty();
    double target = Double.NEGATIVE_INFINITY;
    boolean reached = false;
    for (int step = 0; step <= steps && !reached && fault.isEmpty(); step++) {
      Step done = engine.train(batch, Seeds.iteration(plan, step));
      fault = done.fault();
      losses.add(done.loss());
      target = step == 0 ? share * done.loss() : target;
      reached = done.loss() <= target;
    }
    List<String> advice =
        reached ? List.of() : new OverfitAdvice(network, batch, losses, fault).lines();
    return new OverfitCheck(batch.rows(), losses, target, fault, advice);
  }

  /** Whether the loss was reached. */
  public boolean isPassed() {
    return lastLoss() <= target;
  }

  /** The loss before the first update. */
  public double firstLoss() {
    return losses.get(0);
  }

  /** The loss at the end. */
  public double lastLoss() {
    return losses.get(losses.size() - 1);
  }

  /** How many updates the last loss had. */
  public int steps() {
    return losses.size() - 1;
  }

  /** What happened, and a line for each advice. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "One mini-batch of %d samples: loss %.4f, after %d updates %.4f; %s %.4f.",
                samples,
                firstLoss(),
                steps(),
                lastLoss(),
                isPassed() ? "the network can overfit, below" : "not below",
                target));
    advice.forEach(line -> text.append(System.lineSeparator()).append("  - ").append(line));
    return text.toString();
  }
}
