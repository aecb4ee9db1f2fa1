package dev.lamina.dsl.check;

import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.layer.Activated;
import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be wrong with a network by itself. */
public final class NetworkCheck {

  private final Network network;
  private final Outline outline;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Outline.Entry> named = new HashMap<>();

  private NetworkCheck(Network network) {
    this.network = network;
    this.outline = network.outline();
  }

  /** Everything that is wrong with the network, from input to output; nothing if it is valid. */
  public static List<Problem> problems(Network network) {
    NetworkCheck check = new NetworkCheck(network);
    check.thereAreLayers();
    check.outline.entries().forEach(check::layer);
    return List.copyOf(check.problems);
  }

  /**
   * Demands a valid network.
   *
   * @throws InvalidDescriptionException with everything that is wrong
   */
  public static void requireValid(Network network) {
    List<Problem> problems = problems(network);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException("Network `" + network.name() + "`", problems);
    }
  }

  private void thereAreLayers() {
    if (outline.entries().isEmpty()) {
      report(
          "The network",
          "needs at least one layer after `" + network.input() + "` but has none.",
          "add layers, such as `dense(1)` for one output.");
    }
  }

  private void layer(Outline.Entry entry) {
    nameDiffers(entry);
    softmaxHasAChoice(entry);
    noiseIsNotLast(entry);
  }

  private void nameDiffers(Outline.Entry entry) {
    Outline.Entry earlier = named.putIfAbsent(entry.name(), entry);
    if (earlier != null) {
      report(
          entry.place(),
          "needs a name of its own but has that of layer " + earlier.number() + ".",
          "give one of them another name.");
    }
  }

  private void softmaxHasAChoice(Outline.Entry entry) {
    Layer layer = entry.layer();
    if (layer.outputActivation() instanceof Softmax && entry.outputShape().size() == 1) {
      String sigmoid = layer instanceof Activated<?> ? "`.sigmoid()`" : "`sigmoid()`";
      report(
          entry.place(),
          "needs at least 2 units for softmax but has 1, whose output would always be 1.",
          "use " + sigmoid + " for two classes, or as many units as there are classes.");
    }
  }

  private void noiseIsNotLast(Outline.Entry entry) {
    if (entry.layer() instanceof Noise noise
        && onlyActivationsFollow(entry)
        && outline.parameters().total() > 0) {
      report(
          entry.place(),
          (noise.drops() ? "drops outputs, but dropout" : "disturbs outputs, but noise")
              + " is for input and hidden neurons, never for outputs.",
          "remove it, or put it before the last layer that has weights.");
    }
  }

  private boolean onlyActivationsFollow(Outline.Entry entry) {
    return outline.entries().stream()
        .skip(entry.number())
        .allMatch(
            later -> later.layer() instanceof ActivationLayer || later.layer() instanceof Noise);
  }

  private void report(String where, String finding, String fix) {
    problems.add(new Problem(where, finding, fix));
  }
}
