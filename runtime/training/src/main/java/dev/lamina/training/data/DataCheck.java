package dev.lamina.training.data;

import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.StopRule;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be wrong with data for a certain network and plan. */
public final class DataCheck {

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
    check.lastBatchCanBeNormalized(split.training());
    return List.copyOf(check.problems);
  }

  /** Everything that is wrong with data that a trained network would be evaluated on. */
  public static List<Problem> problems(Network network, TrainingPlan plan, Dataset data) {
    DataCheck check = new DataCheck(network, plan);
    check.part("Data", data);
    return List.copyOf(check.problems);
  }

  private void part(String name, Dataset data) {
    if (data.size() == 0) {
      report(name, "needs at least one sample but has none.", "give samples.");
      return;
    }
    featuresFit(name, data);
    targetsFit(name, data);
  }

  private void featuresFit(String name, Dataset data) {
    int expected = outline.input().shape().size();
    if (data.featureWidth() != expected) {
      report(
          name,
          "has %d features in each sample but the network takes `%s`."
              .formatted(data.featureWidth(), outline.input()),
          "use `input(%d)`, or give samples of %d features."
              .formatted(data.featureWidth(), expected));
      return;
    }
    Values.in(data, data.featureWidth(), Dataset::copyFeatures)
        .first(value -> !Double.isFinite(value))
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
    Optional<Values.Found> notFinite = targets.first(value -> !Double.isFinite(value));
    notFinite.ifPresent(found -> notFinite(name, "target", found));
    if (notFinite.isEmpty()) {
      new TargetCheck(plan.loss(), outputs).problem(name, targets).ifPresent(problems::add);
    }
  }

  private String widthFinding(Dataset data, int outputs, int expected) {
    return "has %d targets in each sample but `%s` needs %d for the %d outputs of layer %d `%s`."
        .formatted(
            data.targetWidth(),
            plan.loss(),
            expected,
            outputs,
            outline.last().number(),
            outline.last().layer());
  }

  private String widthFix(Dataset data, int expected) {
    if (plan.loss().targets() == TargetKind.ONE_HOT && data.targetWidth() == 1) {
      return "train with `sparseCategoricalCrossEntropy()` if the target is a class index.";
    }
    if (plan.loss().targets() == TargetKind.CLASS_INDEX) {
      return "train with `categoricalCrossEntropy()` if the targets are one-hot.";
    }
    return "give the last layer %d units, or each sample %d targets."
        .formatted(data.targetWidth(), expected);
  }

  private void notFinite(String name, String what, Values.Found found) {
    report(
        name,
        "needs finite numbers but row %d, %s column %d (both counted from 0) is %s, and %d in all."
            .formatted(found.row(), what, found.column(), found.value(), found.count()),
        "remove such samples, or fill in the missing values.");
  }

  private void validationIsThereIfWatched(Split split) {
    for (StopRule rule : plan.stopRules()) {
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
    boolean normalizes =
        outline.entries().stream().anyMatch(entry -> entry.layer() instanceof BatchNorm);
    int size = training.size();
    if (normalizes && plan.batchSize() > 1 && size % plan.batchSize() == 1) {
      report(
          "Training data",
          "has %d samples, so that with `batchSize(%d)` the last batch of an epoch holds 1, but batch normalization needs at least 2."
              .formatted(size, plan.batchSize()),
          size == 1
              ? "give more samples."
              : "use `.batchSize(%d)`, or leave a sample out.".formatted(evenBatchSize(size)));
    }
  }

  private int evenBatchSize(int size) {
    int batchSize = plan.batchSize() + 1;
    while (size % batchSize == 1) {
      batchSize++;
    }
    return batchSize;
  }

  private void report(String where, String finding, String fix) {
    problems.add(new Problem(where, finding, fix));
  }
}
