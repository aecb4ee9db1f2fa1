package dev.lamina.benchmark.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lamina.benchmark.subject.Predictor;
import dev.lamina.benchmark.subject.Subject;
import dev.lamina.benchmark.subject.Trained;
import dev.lamina.benchmark.work.Digits;
import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Net;
import dev.lamina.benchmark.work.Samples;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** DJL: {@code Trainer}, {@code GradientCollector} and blocks. */
public final class DjlSubject implements Subject {

  /** Passes before predictions are measured. */
  private static final int PASSES = 3;

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<Net, List<DjlBatch>> data = new EnumMap<>(Net.class);

  @Override
  public long parameters(Net net) {
    try (DjlNetwork network = DjlNetwork.of(net)) {
      return network.parameters();
    }
  }

  @Override
  public Trained train(Net net, double seconds) {
    List<DjlBatch> batches =
        data.computeIfAbsent(net, key -> DjlBatch.all(manager, Samples.of(key), key.batchSize()));
    try (DjlNetwork network = DjlNetwork.of(net)) {
      return new DjlPasses(network, batches).train(net, seconds);
    }
  }

  /** Its network stays open for as long as the process lives. */
  @Override
  public Predictor predictor(Net net) {
    DjlNetwork network = DjlNetwork.of(net);
    pass(network, Samples.of(net), PASSES);
    return new DjlPredictor(network, Samples.of(net, Kind.ROWS_AT_ONCE));
  }

  @Override
  public double fit(Digits digits) {
    try (DjlNetwork network = DjlNetwork.of(Net.DIGITS)) {
      pass(network, digits.training(), Digits.EPOCHS);
      Samples test = digits.test();
      float[] outputs =
          new DjlPredictor(network, test)
              .predict(test.flat(), new Shape(test.size(), Net.DIGITS.features()));
      return test.accuracy(rows(outputs, test.outputs()));
    }
  }

  private static float[][] rows(float[] flat, int width) {
    float[][] rows = new float[flat.length / width][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
    }
    return rows;
  }

  @Override
  public void steps(Net net, int count, Runnable afterFirst) {
    try (DjlNetwork network = DjlNetwork.of(net)) {
      List<DjlBatch> batch =
          List.of(DjlBatch.of(network.model().getNDManager(), Samples.of(net, net.batchSize())));
      DjlPasses passes = new DjlPasses(network, batch);
      for (int step = 0; step < count; step++) {
        passes.pass();
        if (step == 0) {
          afterFirst.run();
        }
      }
    }
  }

  private void pass(DjlNetwork network, Samples samples, int times) {
    try (NDManager local = manager.newSubManager()) {
      DjlPasses passes =
          new DjlPasses(network, DjlBatch.all(local, samples, network.net().batchSize()));
      for (int time = 0; time < times; time++) {
        passes.pass();
      }
    }
  }
}
