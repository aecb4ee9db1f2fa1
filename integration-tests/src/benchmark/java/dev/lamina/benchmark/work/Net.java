package dev.lamina.benchmark.work;

import java.util.List;
import java.util.Optional;

/**
 * The networks that every system builds.
 *
 * <p>Plain ones are dense layers with ReLU between them. Regularized ones are, for each hidden
 * layer, a dense layer with L2, batch normalization, ReLU and dropout. The last layer is softmax,
 * or a sigmoid where there is one output. All are trained with Adam at {@link #RATE}, in single
 * precision.
 */
public enum Net {
  /** 2-2-2. */
  A(2, 2, 4, 40),
  /** The documents' network with batch normalization: 20-64-32-1. */
  B(20, 1, 32, 25),
  /** 784-512-512-10. */
  C(784, 10, 128, 6),
  /** 784-2048-2048-10. */
  D(784, 10, 256, 4),
  /** The network of the samples that reads handwritten digits: 64-64-32-10. */
  DIGITS(64, 10, 32, 45);

  /** The learning rate of Adam. */
  public static final double RATE = 1e-3;

  /** Weights enter the loss of regularized networks as this times the sum of their squares. */
  public static final double L2 = 0.01;

  /** How much of the running averages of batch normalization stays in one step. */
  public static final double MOMENTUM = 0.9;

  /** Where initial weights and data come from. */
  public static final long SEED = 7;

  /** The share that is dropped after each hidden layer of a regularized network. */
  private static final double[] DROPOUT = {0.3, 0.2};

  private final int features;
  private final int outputs;
  private final int batchSize;
  private final int batchCount;

  Net(int features, int outputs, int batchSize, int batchCount) {
    this.features = features;
    this.outputs = outputs;
    this.batchSize = batchSize;
    this.batchCount = batchCount;
  }

  public int features() {
    return features;
  }

  /** The units of the hidden layers. */
  public List<Integer> hidden() {
    return switch (this) {
      case A -> List.of(2);
      case B, DIGITS -> List.of(64, 32);
      case C -> List.of(512, 512);
      case D -> List.of(2048, 2048);
    };
  }

  public int outputs() {
    return outputs;
  }

  /** Samples in a mini-batch. */
  public int batchSize() {
    return batchSize;
  }

  /** Mini-batches in a pass over the data. */
  public int batchCount() {
    return batchCount;
  }

  /** Whether it ends in one sigmoid, rather than in softmax. */
  public boolean binary() {
    return outputs == 1;
  }

  private boolean regularized() {
    return this == B || this == DIGITS;
  }

  /** The share that is dropped after this hidden layer; none in plain networks. */
  public Optional<Double> dropout(int layer) {
    return regularized() ? Optional.of(DROPOUT[layer]) : Optional.empty();
  }

  /**
   * The numbers that a model file holds: weights and biases, and four for each unit that is
   * normalized. What a system says that its network has must be this, or it built another one.
   */
  public long parameters() {
    long sum = 0;
    int width = features;
    for (int units : hidden()) {
      sum += (width + 1L) * units + (regularized() ? 4L * units : 0);
      width = units;
    }
    return sum + (width + 1L) * outputs;
  }
}
