package dev.lamina.training.tool;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.Step;
import dev.lamina.training.loop.Batches;
import dev.lamina.training.model.Model;
import dev.lamina.training.preparation.Preparation;

/**
 * Looks for a learning rate: trains with one that grows by the same factor from mini-batch to
 * mini-batch, and watches the loss (L. N. Smith, Cyclical Learning Rates for Training Neural
 * Networks, 2017).
 *
 * <p>The search ends early where the loss diverges: where its running mean is beyond four times the
 * best, as in fastai and Lightning. What it trains is thrown away: network, plan and model stay as
 * they are. Defaults are those of fastai's {@code lr_find}.
 *
 * @param from the first rate, above 0; 1e-7 by default
 * @param to the last rate, above the first; 10 by default
 * @param steps how many mini-batches, at least 10; 100 by default
 */
public record LearningRateFinder(double from, double to, int steps) {

  private static final String SUBJECT = "Learning-rate search";
  private static final double DEFAULT_FROM = 1e-7;
  private static final double DEFAULT_TO = 10;
  private static final int DEFAULT_STEPS = 100;
  private static final int LEAST_STEPS = 10;

  /** Checks the numbers. */
  public LearningRateFinder {
    Requirement.of("learningRateFinder", from, to, steps)
        .positive("from", from, "give the first rate, such as 1e-7")
        .positive("to", to, "give the last rate, such as 10")
        .that(to > from, "to", "above " + Code.literal(from), to, "rates grow from step to step")
        .atLeast(LEAST_STEPS, "steps", steps, "give the number of mini-batches, such as 100");
  }

  /** From 1e-7 to 10 in 100 mini-batches. */
  public static LearningRateFinder learningRateFinder() {
    return new LearningRateFinder(DEFAULT_FROM, DEFAULT_TO, DEFAULT_STEPS);
  }

  /** The same finder that starts at this rate. */
  public LearningRateFinder from(double rate) {
    return new LearningRateFinder(rate, to, steps);
  }

  /** The same finder that ends at this rate. */
  public LearningRateFinder to(double rate) {
    return new LearningRateFinder(from, rate, steps);
  }

  /** The same finder with so many mini-batches. */
  public LearningRateFinder steps(int batches) {
    return new LearningRateFinder(from, to, batches);
  }

  /**
   * Looks for the rate of a network that starts with its initial weights.
   *
   * @param plan how it would be trained, but for the learning rate
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  public RateCurve find(Network network, TrainingPlan plan, Dataset data) {
    new Requirement(new Code("find(network, plan, data)"))
        .present("network", network)
        .present("plan", plan)
        .present("data", data);
    Trials.requireValid(SUBJECT, network, plan, DataCheck.epochProblems(network, plan, data));
    TrainingPlan unit = unit(plan);
    return search(Engine.create(Compiler.compile(network, unit)), unit, data);
  }

  /**
   * Looks for the rate with which a model is trained on.
   *
   * @param plan how it would be trained, but for the learning rate
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  public RateCurve find(Model start, TrainingPlan plan, Dataset data) {
    new Requirement(new Code("find(start, plan, data)"))
        .present("start", start)
        .present("plan", plan)
        .present("data", data);
    Dataset prepared = start.prepared(data);
    Network network = start.network();
    Trials.requireValid(SUBJECT, network, plan, DataCheck.epochProblems(network, plan, prepared));
    TrainingPlan unit = unit(plan);
    return search(start.start(unit), unit, prepared);
  }

  /** A constant rate of 1, so that the factor of the engine is the rate. */
  private static TrainingPlan unit(TrainingPlan plan) {
    return plan.optimizer(plan.optimizer().learningRate(1));
  }

  private RateCurve search(Engine engine, TrainingPlan plan, Dataset data) {
    RateWatch watch = new RateWatch();
    Preparation preparation = Preparation.of(plan);
    try (Batches batches = new Batches(data, new int[data.size()], plan.batchSize())) {
      for (int step = 0; step < steps && !watch.isOver(); step++) {
        int number = step % batches.count();
        if (number == 0) {
          batches.shuffle(Seeds.sampleOrder(plan, step / batches.count()));
        }
        engine.rateFactor(rate(step));
        Batch batch = preparation.apply(batches.get(number), step);
        Step done = engine.train(batch, Seeds.iteration(plan, step));
        watch.add(rate(step), done.fault().isPresent() ? Double.NaN : done.loss());
      }
    } finally {
      engine.rest();
    }
    return watch.curve();
  }

  /** The rate of a step, counted from 0. */
  double rate(int step) {
    return from * Math.pow(to / from, (double) step / (steps - 1));
  }

  @Override
  public String toString() {
    return Code.call("learningRateFinder")
        .thenIf(from != DEFAULT_FROM, "from", from)
        .thenIf(to != DEFAULT_TO, "to", to)
        .thenIf(steps != DEFAULT_STEPS, "steps", steps)
        .toString();
  }
}
