package dev.lamina.training.model;

import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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

  /** Compares the layers of two networks that have weights. */
  static List<Match> matches(Network from, Network to) {
    Map<String, Map<String, List<Integer>>> offered = shapes(from);
    Map<String, Map<String, List<Integer>>> needed = shapes(to);
    List<Match> matches = new ArrayList<>();
    Stream.concat(needed.keySet().stream(), offered.keySet().stream())
        .distinct()
        .map(
            name ->
                new Match(
                    name,
                    offered.getOrDefault(name, Map.of()),
                    needed.getOrDefault(name, Map.of())))
        .forEach(matches::add);
    return matches;
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
    List<Function<List<String>, String>> columns = new ArrayList<>();
    for (int column = 0; column < 3; column++) {
      int place = column;
      int width = rows.stream().mapToInt(row -> row.get(place).length()).max().orElse(0);
      columns.add(row -> String.format(Locale.ROOT, "%-" + width + "s  ", row.get(place)));
    }
    columns.add(row -> row.get(3));
    return rows.stream()
        .map(row -> columns.stream().map(cell -> cell.apply(row)).collect(Collectors.joining()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String text(Map<String, List<Integer>> shapes) {
    return shapes.isEmpty()
        ? "-"
        : shapes.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
