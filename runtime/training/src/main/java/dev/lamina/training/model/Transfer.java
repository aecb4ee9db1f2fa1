package dev.lamina.training.model;

import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model that goes on with the weights of another, and what became of each layer with weights.
 *
 * <p>A layer's weights are taken, all of them, where both networks have a layer of this name whose
 * parameters have the same names and shapes. Printed, it is a table of the layers.
 *
 * @param model the model of the new network
 * @param layers the layers of the new network, then those that only the old one has, each from
 *     input to output
 */
public record Transfer(Model model, List<Match> layers) {

  /** Copies the list. */
  public Transfer {
    layers = List.copyOf(layers);
  }

  /**
   * A layer by its name, in both networks.
   *
   * @param layer the name
   * @param offered the shapes of its parameters in the old network; empty if it is not there
   * @param needed the shapes of its parameters in the new network; empty if it is not there
   */
  public record Match(
      String layer, Map<String, List<Integer>> offered, Map<String, List<Integer>> needed) {

    /** Copies the shapes in their order. */
    public Match {
      offered = Collections.unmodifiableMap(new LinkedHashMap<>(offered));
      needed = Collections.unmodifiableMap(new LinkedHashMap<>(needed));
    }

    /** Whether the new network has the weights of the old one. */
    public boolean isTaken() {
      return offered.equals(needed);
    }

    /** What became of the weights, and why. */
    private String outcome() {
      if (isTaken()) {
        return "taken";
      }
      if (offered.isEmpty()) {
        return "new: the model has no such layer";
      }
      return needed.isEmpty()
          ? "left behind: the network has no such layer"
          : "new: the shapes differ";
    }
  }

  /** The layers that have the weights of the old model. */
  public List<String> taken() {
    return names(Match::isTaken);
  }

  /** The layers of the new network that start anew, as no layer of the old model fits. */
  public List<String> fresh() {
    return names(match -> !match.isTaken() && !match.needed().isEmpty());
  }

  /** The layers of the old model whose weights were not taken. */
  public List<String> leftBehind() {
    return names(match -> !match.isTaken() && !match.offered().isEmpty());
  }

  /** The model of this network by this plan, with what weights of the old model fit. */
  static Transfer of(Model from, Network network, TrainingPlan plan) {
    Model fresh =
        Model.untrained(network, plan).preprocessing(from.preprocessing().fitting(network));
    List<Match> layers = matches(from.network(), network);
    List<String> taken = layers.stream().filter(Match::isTaken).map(Match::layer).toList();
    String call = "`continueWith(network)`";
    if (taken.isEmpty()) {
      String finding = "needs a layer with the name and shapes of one of the model but has none.";
      String fix = "give layers that stay the same the names that the model has: %s.";
      List<String> names = from.weights().layers();
      throw new InvalidDescriptionException(
          call + " for network `" + network.name() + "`",
          List.of(new Problem("The network", finding, fix.formatted(names))));
    }
    Weights weights = fresh.weights().taking(taken, from.weights());
    return new Transfer(fresh.withWeights(weights, call), layers);
  }

  /** The layers of two networks that have weights, compared. */
  private static List<Match> matches(Network from, Network to) {
    Map<String, Map<String, List<Integer>>> offered = shapes(from);
    Map<String, Map<String, List<Integer>>> needed = shapes(to);
    return Stream.concat(needed.keySet().stream(), offered.keySet().stream())
        .distinct()
        .map(
            name ->
                new Match(
                    name,
                    offered.getOrDefault(name, Map.of()),
                    needed.getOrDefault(name, Map.of())))
        .toList();
  }

  private static Map<String, Map<String, List<Integer>>> shapes(Network network) {
    Map<String, Map<String, List<Integer>>> layers = new LinkedHashMap<>();
    for (Outline.Entry entry : network.outline().entries()) {
      Map<String, List<Integer>> shapes = new LinkedHashMap<>();
      for (Parameter parameter : entry.parameters()) {
        shapes.put(parameter.name(), parameter.shape());
      }
      if (!shapes.isEmpty()) {
        layers.put(entry.name(), shapes);
      }
    }
    return layers;
  }

  private List<String> names(Predicate<Match> kind) {
    return layers.stream().filter(kind).map(Match::layer).toList();
  }

  @Override
  public String toString() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Layer", "In the model", "In the network", "Weights"));
    for (Match match : layers) {
      rows.add(
          List.of(match.layer(), text(match.offered()), text(match.needed()), match.outcome()));
    }
    String line = "%-" + width(rows, 0) + "s  %-" + width(rows, 1) + "s  %-" + width(rows, 2);
    return rows.stream()
        .map(row -> String.format(Locale.ROOT, line + "s  %s", row.toArray()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String text(Map<String, List<Integer>> shapes) {
    return shapes.isEmpty()
        ? "-"
        : shapes.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
