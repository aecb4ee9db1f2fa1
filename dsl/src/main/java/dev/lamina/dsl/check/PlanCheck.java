package dev.lamina.dsl.check;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.activation.OutputReader;
import dev.lamina.dsl.activation.Relu;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.activation.Tanh;
import dev.lamina.dsl.layer.Activated;
import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.layer.ParameterCount;
import dev.lamina.dsl.loss.CosineSimilarity;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.metric.TopKAccuracy;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.dsl.training.Watcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What can be wrong with a training plan for a certain network. */
public final class PlanCheck {

  private final Network network;
  private final Outline outline;
  private final TrainingPlan plan;
  private final List<Problem> problems = new ArrayList<>();

  private PlanCheck(Network network, TrainingPlan plan) {
    this.network = network;
    this.outline = network.outline();
    this.plan = plan;
  }

  /** Everything that is wrong with the network and with the plan for it. */
  public static List<Problem> problems(Network network, TrainingPlan plan) {
    PlanCheck check = new PlanCheck(network, plan);
    check.problems.addAll(NetworkCheck.problems(network));
    check.metricsDiffer();
    check.monitorsAreMeasured();
    if (!check.outline.entries().isEmpty()) {
      check.thereIsSomethingToLearn();
      check.lossAndMetricsSuitTheOutput();
      check.directionsAreNotSigns();
      check.someClassesAreNotNamed();
      check.batchesCanBeNormalized();
      check.problems.addAll(new PreparationCheck(check.outline, plan).problems());
    }
    return List.copyOf(check.problems);
  }

  private void thereIsSomethingToLearn() {
    ParameterCount parameters = outline.parameters();
    if (parameters.trainable() == 0) {
      boolean frozen = parameters.total() > 0;
      report(
          "Network `" + network.name() + "`",
          frozen
              ? "needs parameters to learn but every layer that has any is frozen."
              : "needs parameters to learn but no layer has any.",
          frozen
              ? "remove `.frozen()` from a layer, such as the last."
              : "add a layer with weights, such as `dense(1)`.");
    }
  }

  private void lossAndMetricsSuitTheOutput() {
    readers().forEach(this::suitsTheOutput);
  }

  private void suitsTheOutput(OutputReader reader) {
    Outline.Entry output = output();
    if (!reader.suits(output.layer().outputActivation())) {
      report(
          output.place(),
          "ends the network, but `" + reader + "` needs " + reader.needs() + ".",
          remedy(reader, output.layer()));
    }
  }

  private void directionsAreNotSigns() {
    if (plan.loss() instanceof CosineSimilarity && outline.outputShape().size() == 1) {
      report(
          output().place(),
          "needs at least 2 units for `"
              + plan.loss()
              + "` but has 1, whose direction is only a sign.",
          "use as many units as the targets have numbers, or train with `meanSquaredError()`.");
    }
  }

  private void someClassesAreNotNamed() {
    int classes = outline.outputShape().size();
    plan.metrics().stream()
        .filter(metric -> metric instanceof TopKAccuracy top && top.k() >= classes)
        .filter(metric -> metric.suits(output().layer().outputActivation()))
        .forEach(
            metric ->
                report(
                    output().place(),
                    "has " + classes + " outputs, of which `" + metric + "` would name all.",
                    "name fewer, or measure `accuracy()`."));
  }

  /** The last layer but for noise, which the network's own check wants to be removed. */
  private Outline.Entry output() {
    return outline.entries().stream()
        .filter(entry -> !(entry.layer() instanceof Noise))
        .reduce(outline.last(), (earlier, later) -> later);
  }

  private String remedy(OutputReader reader, Layer output) {
    String dot = output instanceof Activated<?> ? "." : "";
    String suited =
        Stream.of(new Relu(), new Sigmoid(), new Softmax(), new Linear(), new Tanh())
            .filter(reader::suits)
            .map(activation -> "`" + dot + activation.word() + "`")
            .reduce((one, other) -> one + " or " + other)
            .orElseThrow();
    boolean replaces = output instanceof Activated<?> || output instanceof ActivationLayer;
    return (replaces ? "use " : "add ") + suited + otherwise(reader, output.outputActivation());
  }

  private String otherwise(OutputReader reader, Activation output) {
    return reader.equals(plan.loss())
        ? ", or train with `" + usualLoss(output) + "`."
        : ", or measure `meanAbsoluteError()`.";
  }

  private static String usualLoss(Activation output) {
    if (output instanceof Softmax) {
      return "categoricalCrossEntropy()";
    }
    return output instanceof Sigmoid ? "binaryCrossEntropy()" : "meanSquaredError()";
  }

  private void metricsDiffer() {
    Set<Metric> seen = new HashSet<>(List.of(new LossValue()));
    for (Metric metric : plan.metrics()) {
      if (!seen.add(metric)) {
        report(
            "`measure(" + metric + ")`",
            metric instanceof LossValue
                ? "names the loss, which is always measured."
                : "names a metric that is measured already.",
            "remove it.");
      }
    }
  }

  private void monitorsAreMeasured() {
    for (Watcher rule : plan.watchers()) {
      Monitor monitor = rule.monitor();
      List<String> measured = measured().map(Metric::toString).distinct().toList();
      if (!measured.contains(monitor.metric().toString())) {
        report(
            "`" + rule + "`",
            "watches a metric that is not measured.",
            "add `.measure("
                + monitor.metric()
                + ")`, or watch another: "
                + NearNames.advice(monitor.metric().toString(), measured));
      }
    }
  }

  private void batchesCanBeNormalized() {
    outline.entries().stream()
        .filter(
            entry ->
                entry.layer() instanceof BatchNorm norm
                    && !norm.isFrozen()
                    && plan.batchSize() == 1)
        .forEach(
            entry ->
                report(
                    entry.place(),
                    "needs at least 2 samples in a batch but `batchSize(1)` gives it 1, of which"
                        + " every normalized value would be 0.",
                    "use larger batches, such as `.batchSize(32)`, or remove the layer."));
  }

  private Stream<OutputReader> readers() {
    return Stream.concat(Stream.of(plan.loss()), plan.metrics().stream().distinct());
  }

  private Stream<Metric> measured() {
    return Stream.concat(Stream.of(new LossValue()), plan.metrics().stream());
  }

  private void report(String where, String finding, String fix) {
    problems.add(new Problem(where, finding, fix));
  }
}
