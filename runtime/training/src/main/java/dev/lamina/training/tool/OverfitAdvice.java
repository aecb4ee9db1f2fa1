package dev.lamina.training.tool;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What keeps a network from learning a mini-batch by heart.
 *
 * @param network the network
 * @param batch the mini-batch
 * @param losses its loss before each update
 * @param fault where a number stopped being finite, if one did
 */
record OverfitAdvice(Network network, Batch batch, List<Double> losses, Optional<Fault> fault) {

  /** A loss that fell by less of itself stands still. */
  private static final double STANDSTILL = 0.01;

  /** What is likely first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    fault.ifPresent(found -> lines.add(diverged(found)));
    if (isContradictory()) {
      lines.add("samples with the same features have different targets: look at the data");
    }
    layers(layer -> layer instanceof Noise || hasDropConnect(layer))
        .ifPresent(found -> lines.add("for this check remove what is random: " + found));
    layers(OverfitAdvice::isPenalized)
        .ifPresent(found -> lines.add("for this check remove penalties: " + found));
    if (fault.isEmpty()) {
      lines.add(course());
    }
    return lines;
  }

  private static String diverged(Fault fault) {
    return "%s of layer `%s` stopped being finite: lower the learning rate, or clip gradients"
        .formatted(fault.what(), fault.layer());
  }

  private String course() {
    double first = losses.get(0);
    double last = losses.get(losses.size() - 1);
    double best = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double before = losses.get(Math.max(0, Math.min(losses.size() * 9 / 10, losses.size() - 2)));
    if (last > first) {
      return "the loss rose: lower the learning rate";
    }
    if (first - best < STANDSTILL * Math.abs(first)) {
      return "the loss stands still: raise the learning rate, and look at activations and"
          + " initial weights";
    }
    if (before - last > STANDSTILL * Math.abs(before)) {
      return "the loss still falls: give more updates, or raise the learning rate";
    }
    return "the loss falls no further: add units or layers, or lower the learning rate";
  }

  private Optional<String> layers(Predicate<Layer> wanted) {
    String found =
        network.outline().entries().stream()
            .map(Outline.Entry::layer)
            .filter(wanted)
            .map(layer -> "`" + layer + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static boolean hasDropConnect(Layer layer) {
    return layer instanceof Dense dense && dense.dropConnect() > 0;
  }

  private static boolean isPenalized(Layer layer) {
    return layer instanceof Dense dense && (dense.l1() > 0 || dense.l2() > 0);
  }

  private boolean isContradictory() {
    for (int row = 0; row < batch.rows(); row++) {
      for (int other = 0; other < row; other++) {
        if (same(batch.features(), row, other) && !same(batch.targets(), row, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean same(double[] rowByRow, int row, int other) {
    int width = rowByRow.length / batch.rows();
    return Arrays.equals(
        rowByRow, row * width, (row + 1) * width, rowByRow, other * width, (other + 1) * width);
  }
}
