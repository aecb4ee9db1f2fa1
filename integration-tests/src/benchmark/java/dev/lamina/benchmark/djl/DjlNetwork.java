package dev.lamina.benchmark.djl;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import dev.lamina.benchmark.work.Net;
import java.util.Optional;

/**
 * A network as DJL's users build it, with its trainer.
 *
 * <p>It ends without softmax or sigmoid, which DJL's losses include. L2 is left to Adam's weight
 * decay, which is cheaper than DJL's loss for it, though it decays all parameters.
 */
record DjlNetwork(Net net, Model model, Trainer trainer) implements AutoCloseable {

  private static final String ENGINE = "PyTorch";

  static DjlNetwork of(Net net) {
    Model model = Model.newInstance("benchmark", ENGINE);
    model.setBlock(block(net));
    model.getNDManager().getEngine().setRandomSeed((int) Net.SEED);
    Trainer trainer =
        model.newTrainer(new DefaultTrainingConfig(loss(net)).optOptimizer(adam(net)));
    trainer.initialize(new Shape(net.batchSize(), net.features()));
    return new DjlNetwork(net, model, trainer);
  }

  private static Block block(Net net) {
    SequentialBlock block = new SequentialBlock();
    for (int layer = 0; layer < net.hidden().size(); layer++) {
      Optional<Double> dropout = net.dropout(layer);
      block.add(Linear.builder().setUnits(net.hidden().get(layer)).build());
      dropout.ifPresent(
          rate -> block.add(BatchNorm.builder().optMomentum((float) Net.MOMENTUM).build()));
      block.add(Activation.reluBlock());
      dropout.ifPresent(rate -> block.add(Dropout.builder().optRate(rate.floatValue()).build()));
    }
    return block.add(Linear.builder().setUnits(net.outputs()).build());
  }

  private static Loss loss(Net net) {
    return net.binary()
        ? Loss.sigmoidBinaryCrossEntropyLoss()
        : new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true);
  }

  private static Adam adam(Net net) {
    float decay = net.dropout(0).isPresent() ? (float) (2 * Net.L2) : 0;
    return Adam.builder()
        .optLearningRateTracker(Tracker.fixed((float) Net.RATE))
        .optWeightDecays(decay)
        .build();
  }

  long parameters() {
    return model.getBlock().getParameters().values().stream()
        .mapToLong(each -> each.getArray().size())
        .sum();
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
