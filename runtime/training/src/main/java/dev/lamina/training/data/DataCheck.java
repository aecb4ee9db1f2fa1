package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.dsl.training.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with data for a certain network and plan. */
public final class DataCheck {

  private static final Set<TargetKind> CLASSES =
      Set.of(
          TargetKind.CLASS_INDEX,
          TargetKind.ONE_HOT,
          TargetKind.DISTRIBUTION,
          TargetKind.PROBABILITIES,
          TargetKind.SIGNS);

  private final Outline outline;
  private final TrainingPlan plan;
  private final List<Problem> problems = new ArrayList<>();

  private DataCheck(Network network, TrainingPlan plan) {
    this.outline = network.outline();
    this.plan = plan;
  }

  /** Everything that is wrong with the data that training would use. */
  public static List<Problem> problems(Network network, TrainingPlan plan, Split split) {
    DataCheck check = new DataCheck(network, plan);
    check.validationIsThereIfWatched(split);
    check.part("Training data", split.training());
    split.validation().ifPresent(data -> check.part("Validation data", data));
    split.validation().ifPresent(data -> check.partsAreAlike(split.training(), data));
    check.lastBatchCanBeNormalized(split.training());
    return List.copyOf(check.problems);
  }

  /** Everything that is wrong with data that a trained network would be evaluated on. */
  public static List<Problem> problems(Network network, TrainingPlan plan, Dataset data) {
    DataCheck check = new DataCheck(network, plan);
    check.part("Data", data);
    return List.copyOf(check.problems);
  }

  /** Everything that is wrong with data that a network would see as one batch of training. */
  public static List<Problem> batchProblems(Network network, TrainingPlan plan, Dataset batch) {
    DataCheck check = new DataCheck(network, plan);
    check.part("Data", batch);
    if (check.normalizes() && batch.size() == 1) {
      check.loneSample("Data");
    }
    return List.copyOf(check.problems);
  }

  /** Everything that is wrong with data that a network would see batch by batch in training. */
  public static List<Problem> epochProblems(Network network, TrainingPlan plan, Dataset data) {
    DataCheck check = new DataCheck(network, plan);
    check.part("Training data", data);
    check.lastBatchCanBeNormalized(data);
    return List.copyOf(check.problems);
  }

  /** Everything in which what is done to features, and the names of classes, do not fit. */
  public static List<Problem> problems(Network network, TrainingPlan plan, Preprocessing before) {
    DataCheck check = new DataCheck(network, plan);
    check.preprocessingFits("Preprocessing", before);
    return List.copyOf(check.problems);
  }

  private void part(String name, Dataset data) {
    if (data.size() == 0) {
      report(name, "needs at least one sample but has none.", "give samples.");
      return;
    }
    featuresFit(name, data);
    targetsFit(name, data);
    preprocessingFits(name, data.preprocessing());
    new WeightCheck(plan.precision()).problem(name, data).ifPresent(problems::add);
  }

  private void featuresFit(String name, Dataset data) {
    int expected = outline.input().shape().size();
    if (data.featureWidth() != expected) {
      report(
          name,
          "has %s in each sample but the network takes `%s`."
              .formatted(counted(data.featureWidth(), "feature"), outline.input()),
          (data.featureWidth() == 0 ? "" : "use `input(%d)`, or ".formatted(data.featureWidth()))
              + "give samples of %s.".formatted(counted(expected, "feature")));
      return;
    }
    Values.in(data, data.featureWidth(), Dataset::copyFeatures)
        .first(value -> !plan.precision().holds(value))
        .ifPresent(found -> notFinite(name, "feature", found));
  }

  private void targetsFit(String name, Dataset data) {
    if (outline.entries().isEmpty()) {
      return;
    }
    int outputs = outline.outputShape().size();
    int expected = plan.loss().targetWidth(outputs);
    if (data.targetWidth() != expected) {
      report(name, widthFinding(data, outputs, expected), widthFix(data, expected));
      return;
    }
    Values targets = Values.in(data, data.targetWidth(), Dataset::copyTargets);
    Optional<Values.Found> notFinite = targets.first(value -> !plan.precision().holds(value));
    notFinite.ifPresent(found -> notFinite(name, "target", found));
    if (notFinite.isEmpty()) {
      new TargetCheck(plan.loss(), outputs).problem(name, targets).ifPresent(problems::add);
    }
  }

  private String widthFinding(Dataset data, int outputs, int expected) {
    return "has %s in each sample but `%s` needs %d for the %s of layer %d `%s`."
        .formatted(
            counted(data.targetWidth(), "target"),
            plan.loss(),
            expected,
            counted(outputs, "output"),
            outline.last().number(),
            outline.last().layer());
  }

  private String widthFix(Dataset data, int expected) {
    if (plan.loss().targets() == TargetKind.ONE_HOT && data.targetWidth() == 1) {
      return "train with `sparseCategoricalCrossEntropy()` if the target is a class index.";
    }
    if (plan.loss().targets() == TargetKind.CLASS_INDEX && data.targetWidth() > 1) {
      return "train with `categoricalCrossEntropy()` if the targets are one-hot.";
    }
    return data.targetWidth() == 0
        ? "give each sample %s.".formatted(counted(expected, "target"))
        : "give the network %s, or each sample %s."
            .formatted(counted(data.targetWidth(), "output"), counted(expected, "target"));
  }

  /** That a feature is not finite. */
  static Problem notFinite(String name, Values.Found found) {
    return new Problem(
        name,
        "needs numbers that are finite but %s is %s%s"
            .formatted(found.place("feature"), Code.literal(found.value()), found.inAll()),
        "remove such samples, or fill in the missing values.");
  }

  private void preprocessingFits(String name, Preprocessing before) {
    before.normalization().ifPresent(each -> widthFits(name, "a normalization", each.width()));
    before.encoding().ifPresent(each -> widthFits(name, "an encoding", each.width()));
    labelsFit(name, before.labels());
  }

  private void widthFits(String name, String what, int width) {
    int expected = outline.input().shape().size();
    if (width != expected) {
      report(
          name,
          "has %s of %s but the network takes `%s`."
              .formatted(what, counted(width, "feature"), outline.input()),
          "give one of %s.".formatted(counted(expected, "feature")));
    }
  }

  /** Names are of classes, where the loss reads classes. */
  private void labelsFit(String name, List<String> labels) {
    if (outline.entries().isEmpty() || labels.isEmpty() || !CLASSES.contains(targets())) {
      return;
    }
    int outputs = outline.outputShape().size();
    if (labels.size() != Preprocessing.classes(outputs)) {
      report(
          name,
          "names the classes %s but the %s of layer %d `%s` %s %d apart."
              .formatted(
                  labels,
                  counted(outputs, "output"),
                  outline.last().number(),
                  outline.last().layer(),
                  outputs == 1 ? "tells" : "tell",
                  Preprocessing.classes(outputs)),
          "give the last layer as many units as there are classes, or one sigmoid for two.");
    }
  }

  private TargetKind targets() {
    return plan.loss().targets();
  }

  private void partsAreAlike(Dataset training, Dataset validation) {
    Preprocessing before = training.preprocessing();
    boolean isRaw = validation.preprocessing().normalization().isEmpty();
    if (isRaw && before.normalization().isPresent()) {
      report(
          "Validation data",
          "is not normalized as the training data is.",
          "split the data first, then normalize all parts by `split.normalized(standard())`.");
      return;
    }
    before.problem("Validation data", validation, "the training data").ifPresent(problems::add);
  }

  private void notFinite(String name, String what, Values.Found found) {
    boolean tooLarge = Double.isFinite(found.value());
    String needed = tooLarge ? "within the range of " + plan.precision() : "that are finite";
    report(
        name,
        "needs numbers %s but %s is %s%s"
            .formatted(needed, found.place(what), Code.literal(found.value()), found.inAll()),
        tooLarge
            ? "scale the data, or train with `.precision(FLOAT64)`."
            : "remove such samples, or fill in the missing values.");
  }

  private void validationIsThereIfWatched(Split split) {
    for (Watcher rule : plan.watchers()) {
      if (rule.monitor().part() == DataPart.VALIDATION && split.validation().isEmpty()) {
        report(
            "`" + rule + "`",
            "watches validation data but none is given.",
            "give some, `Split.of(training, validation)`, or watch `training("
                + rule.monitor().metric()
                + ")`.");
      }
    }
  }

  private void lastBatchCanBeNormalized(Dataset training) {
    int size = training.size();
    if (!normalizes() || plan.batchSize() == 1 || size % plan.batchSize() != 1) {
      return;
    }
    if (size == 1) {
      loneSample("Training data");
      return;
    }
    report(
        "Training data",
        "has %d samples, so that with `batchSize(%d)` the last batch of an epoch holds 1, %s"
            .formatted(
                size, plan.batchSize(), "but batch normalization needs at least 2 in a batch."),
        "use `.batchSize(%d)`, or leave a sample out.".formatted(evenBatchSize(size)));
  }

  private void loneSample(String name) {
    report(
        name,
        "has 1 sample, but batch normalization needs at least 2 in a batch.",
        "give more samples.");
  }

  private boolean normalizes() {
    return outline.entries().stream()
        .anyMatch(entry -> entry.layer() instanceof BatchNorm norm && !norm.isFrozen());
  }

  private int evenBatchSize(int size) {
    int batchSize = plan.batchSize() + 1;
    while (size % batchSize == 1) {
      batchSize++;
    }
    return batchSize;
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void report(String where, String finding, String fix) {
    problems.add(new Problem(where, finding, fix));
  }
}
