package dev.lamina.benchmark.lamina;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;

import dev.lamina.benchmark.work.Net;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/** The networks and their training in Lamina's words. */
final class Descriptions {

  private Descriptions() {}

  static Network network(Net net) {
    List<Block> blocks = new ArrayList<>();
    for (int layer = 0; layer < net.hidden().size(); layer++) {
      blocks.addAll(hidden(net, layer));
    }
    blocks.add(net.binary() ? dense(1).sigmoid() : dense(net.outputs()).softmax());
    return sequential(input(net.features()), blocks.toArray(Block[]::new));
  }

  private static List<Block> hidden(Net net, int layer) {
    int units = net.hidden().get(layer);
    return net.dropout(layer)
        .map(rate -> regularized(units, rate))
        .orElseGet(() -> List.of(dense(units).relu()));
  }

  private static List<Block> regularized(int units, double rate) {
    return List.of(
        dense(units).l2(Net.L2), batchNorm().momentum(Net.MOMENTUM), relu(), dropout(rate));
  }

  static TrainingPlan plan(Net net) {
    return training(net.binary() ? binaryCrossEntropy() : categoricalCrossEntropy(), adam(Net.RATE))
        .batchSize(net.batchSize())
        .seed(Net.SEED);
  }
}
