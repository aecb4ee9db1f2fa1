package dev.lamina.dsl.training;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How a network is trained: what is minimized, how, for how long, and what is measured meanwhile.
 *
 * <p>In every epoch all samples are put into a new random order and cut into mini-batches, the last
 * of which may be shorter; each gives one update of the weights, unless gradients are accumulated.
 *
 * @param loss what is minimized
 * @param optimizer how weights move
 * @param epochs passes over all samples at the most, at least 1; 1 by default, as in Keras
 * @param batchSize samples in a mini-batch, at least 1; 32 by default, as in Keras
 * @param seed where initial weights, the order of samples, dropout and noise come from; 0 by
 *     default
 * @param precision the data type of the network; {@link Precision#FLOAT32} by default
 * @param metrics what is measured beside the loss
 * @param stopRules what ends training before its last epoch
 * @param clipping how gradients are kept from being too large; not at all by default
 * @param rateAdjustment what changes the learning rate by how training goes; nothing by default
 * @param accumulation how many mini-batches give one update, at least 2; each gives one by default
 * @param averageDecay how much of the moving average of weights stays at an update, at least 0 and
 *     below 1; weights are not averaged by default
 * @param classWeights how much the samples of each class count in training, in the order of the
 *     classes, at least 0 each and not all 0; 1 each by default, where there are none
 * @param augmentations what changes samples at random in training, in this order; nothing by
 *     default
 * @param validationEvery after every how many updates validation data is measured too, at least 1;
 *     at the end of each epoch alone by default
 */
public record TrainingPlan(
    Loss loss,
    Optimizer optimizer,
    int epochs,
    int batchSize,
    long seed,
    Precision precision,
    List<Metric> metrics,
    List<StopRule> stopRules,
    Optional<Clipping> clipping,
    Optional<ReduceOnPlateau> rateAdjustment,
    OptionalInt accumulation,
    OptionalDouble averageDecay,
    List<Double> classWeights,
    List<Augmentation> augmentations,
    OptionalInt validationEvery) {

  private static final int DEFAULT_EPOCHS = 1;
  private static final int DEFAULT_BATCH_SIZE = 32;
  private static final long DEFAULT_SEED = 0;

  /** With every option at its default. */
  public TrainingPlan(Loss loss, Optimizer optimizer) {
    this(
        loss,
        optimizer,
        DEFAULT_EPOCHS,
        DEFAULT_BATCH_SIZE,
        DEFAULT_SEED,
        Precision.FLOAT32,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        OptionalInt.empty());
  }

  /** Checks the numbers and copies the lists. */
  public TrainingPlan {
    Requirement requirement =
        Requirement.of("training", loss, optimizer)
            .present("loss", loss)
            .present("optimizer", optimizer)
            .present("precision", precision)
            .present("clipping", clipping)
            .present("rateAdjustment", rateAdjustment)
            .allPresent("metric", metrics)
            .allPresent("stop rule", stopRules)
            .atLeast(1, "epochs", epochs, "give the number of passes over the data")
            .atLeast(1, "batchSize", batchSize, "give the samples of a mini-batch, such as 32");
    accumulation.ifPresent(
        batches ->
            requirement.atLeast(
                2, "accumulation", batches, "give how many mini-batches make one update, or none"));
    averageDecay.ifPresent(
        decay -> requirement.share("averageDecay", decay, "give a share such as 0.99"));
    requirement.allPresent("class weight", classWeights).allPresent("augmentation", augmentations);
    validationEvery.ifPresent(
        updates ->
            requirement.atLeast(
                1, "validationEvery", updates, "give the distance in updates, or none"));
    ClassWeights.check(classWeights);
    metrics = List.copyOf(metrics);
    stopRules = List.copyOf(stopRules);
    classWeights = List.copyOf(classWeights);
    augmentations = List.copyOf(augmentations);
  }

  /** The same plan with this optimizer, and so with its learning rate. */
  public TrainingPlan optimizer(Optimizer given) {
    return with(draft -> draft.optimizer = given);
  }

  /** The same plan with so many passes over the data at the most. */
  public TrainingPlan epochs(int most) {
    return with(draft -> draft.epochs = most);
  }

  /** The same plan with so many samples in a mini-batch. */
  public TrainingPlan batchSize(int samples) {
    return with(draft -> draft.batchSize = samples);
  }

  /** The same plan with this seed: the same seed gives the same weights, bit for bit. */
  public TrainingPlan seed(long given) {
    return with(draft -> draft.seed = given);
  }

  /** The same plan with this data type. */
  public TrainingPlan precision(Precision type) {
    return with(draft -> draft.precision = type);
  }

  /** The same plan that measures these too. */
  public TrainingPlan measure(Metric... added) {
    return with(draft -> draft.metrics = joined("measure", metrics, added));
  }

  /** The same plan that these rules may end too. */
  public TrainingPlan stopWhen(StopRule... added) {
    return with(draft -> draft.stopRules = joined("stopWhen", stopRules, added));
  }

  /** The same plan with each number of a gradient g cut to {@code min(max(g, -limit), limit)}. */
  public TrainingPlan clipValue(double limit) {
    return with(draft -> draft.clipping(new Clipping.ByValue(limit)));
  }

  /**
   * The same plan with the gradient g of each parameter, such as a kernel, shrunk to {@code g
   * min(1, limit / |g|)}.
   */
  public TrainingPlan clipNorm(double limit) {
    return with(draft -> draft.clipping(new Clipping.ByNorm(limit)));
  }

  /**
   * The same plan with the gradient g of all parameters together shrunk to {@code g min(1, limit /
   * |g|)}.
   */
  public TrainingPlan clipGlobalNorm(double limit) {
    return with(draft -> draft.clipping(new Clipping.ByGlobalNorm(limit)));
  }

  /** The same plan whose learning rate this rule reduces, in place of one before. */
  public TrainingPlan adjustRate(ReduceOnPlateau rule) {
    Requirement.of("adjustRate", rule).present("rule", rule);
    return with(draft -> draft.rateAdjustment(rule));
  }

  /**
   * The same plan whose updates are made of the gradients of so many mini-batches each, averaged
   * over their samples: small mini-batches, which need little memory, learn as large ones do.
   *
   * <p>Without batch normalization, dropout and noise, {@code n} of size {@code b} give what one of
   * size {@code n b} gives. What is left at the end of an epoch gives an update too. Learning rates
   * follow updates, as {@code gradient_accumulation_steps} has it in Keras; running averages and
   * dropout go by mini-batches. Penalties and clipping come once an update.
   *
   * @param batches how many, at least 1; 1 is the default
   */
  public TrainingPlan accumulateGradients(int batches) {
    Requirement.of("accumulateGradients", batches)
        .atLeast(1, "batches", batches, "give how many mini-batches make one update, such as 4");
    return with(
        draft -> draft.accumulation = batches == 1 ? OptionalInt.empty() : OptionalInt.of(batches));
  }

  /**
   * The same plan whose result has an exponential moving average of its weights, as Keras's {@code
   * use_ema} with {@code ema_momentum}: {@code a_1 = w_1} after the first update, then {@code a_k =
   * decay a_(k-1) + (1 - decay) w_k}.
   *
   * <p>Training goes on with the weights w. What is measured on validation data, the best weights
   * of early stopping and the trained model are of the average a (Keras measures w). Running
   * averages of batch normalization are not averaged again, and constraints come before.
   *
   * @param decay how much stays, at least 0 and below 1, such as 0.99
   */
  public TrainingPlan averageWeights(double decay) {
    Requirement.of("averageWeights", decay)
        .share("decay", decay, "give how much of the average stays, such as 0.99");
    return with(draft -> draft.averageDecay = OptionalDouble.of(decay));
  }

  /**
   * The same plan whose training multiplies the loss of each sample by the weight of its class, as
   * Keras's {@code class_weight}: {@code sum(w l) / n} over the n samples of a mini-batch.
   *
   * <p>The class is the target, or the place of its largest number; with a single output of sigmoid
   * there are two, the first below a half, and with hinge losses -1 and 1. Weights of samples are
   * multiplied with these. Validation does not know them, and metrics neither.
   *
   * @param weights how much each class counts, in their order, at least 0 each and not all 0
   */
  public TrainingPlan classWeights(double... weights) {
    new Requirement(new Code("classWeights(weights)")).present("weights", weights);
    return with(draft -> draft.classWeights = DoubleStream.of(weights).boxed().toList());
  }

  /** The same plan whose training changes samples at random by these too, one after the other. */
  public TrainingPlan augment(Augmentation... added) {
    return with(draft -> draft.augmentations = joined("augment", augmentations, added));
  }

  /**
   * The same plan that measures validation data after every so many updates too, as Lightning's
   * {@code val_check_interval}, where epochs are too long to wait for; updates are counted through
   * all epochs.
   *
   * <p>Weights are the same, bit for bit, with it and without. Listeners hear of what was measured,
   * and the history keeps it. Rules that end training or adjust its rate go by what is measured at
   * the end of an epoch, as in Keras.
   *
   * @param updates how many, at least 1, such as 500
   */
  public TrainingPlan validateEvery(int updates) {
    Requirement.of("validateEvery", updates)
        .atLeast(1, "updates", updates, "give the distance in updates, such as 500");
    return with(draft -> draft.validationEvery = OptionalInt.of(updates));
  }

  /** The rules that watch a monitor. */
  public List<Watcher> watchers() {
    return Stream.concat(stopRules.stream(), rateAdjustment.stream())
        .filter(Watcher.class::isInstance)
        .map(Watcher.class::cast)
        .toList();
  }

  @Override
  public String toString() {
    return Code.call("training", loss, optimizer)
        .thenIf(epochs != DEFAULT_EPOCHS, "epochs", epochs)
        .thenIf(batchSize != DEFAULT_BATCH_SIZE, "batchSize", batchSize)
        .thenIf(seed != DEFAULT_SEED, "seed", seed)
        .thenIf(precision != Precision.FLOAT32, "precision", precision)
        .thenIf(!metrics.isEmpty(), "measure", metrics)
        .thenIf(!stopRules.isEmpty(), "stopWhen", stopRules)
        .thenIf(rateAdjustment.isPresent(), "adjustRate", rateAdjustment.stream().toList())
        .thenIf(
            accumulation.isPresent(),
            "accumulateGradients",
            accumulation.stream().boxed().toArray())
        .thenIf(averageDecay.isPresent(), "averageWeights", averageDecay.stream().boxed().toArray())
        .thenIf(!classWeights.isEmpty(), "classWeights", classWeights)
        .thenIf(!augmentations.isEmpty(), "augment", augmentations)
        .thenIf(
            validationEvery.isPresent(),
            "validateEvery",
            validationEvery.stream().boxed().toArray())
        .toString()
        .concat(clipping.map(each -> "." + each).orElse(""));
  }

  private static <T> List<T> joined(String option, List<T> present, T[] added) {
    new Requirement(new Code(option + "(added)")).present("added", added);
    return Stream.concat(present.stream(), Stream.of(added)).toList();
  }

  /** The same plan with what this changes. */
  private TrainingPlan with(Consumer<PlanDraft> change) {
    PlanDraft draft = new PlanDraft(this);
    change.accept(draft);
    return draft.plan();
  }
}
