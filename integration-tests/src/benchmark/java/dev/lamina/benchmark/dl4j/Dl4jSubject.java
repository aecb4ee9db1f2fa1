package dev.lamina.benchmark.dl4j;

import dev.lamina.benchmark.subject.Predictor;
import dev.lamina.benchmark.subject.Subject;
import dev.lamina.benchmark.subject.Trained;
import dev.lamina.benchmark.work.Digits;
import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Net;
import dev.lamina.benchmark.work.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** {@code MultiLayerNetwork} as most people use it; the setting of the process is what differs. */
public final class Dl4jSubject implements Subject {

  /** Passes before predictions are measured. */
  private static final int PASSES = 3;

  private final Map<Net, List<DataSet>> data = new EnumMap<>(Net.class);

  /** DL4J at its defaults. */
  public static Dl4jSubject atDefaults() {
    return new Dl4jSubject();
  }

  /** DL4J without the garbage collections that ND4J asks for every now and then. */
  public static Dl4jSubject withoutPeriodicGc() {
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    return new Dl4jSubject();
  }

  private Dl4jSubject() {}

  @Override
  public long parameters(Net net) {
    return Dl4jNetworks.network(net).numParams();
  }

  @Override
  public Trained train(Net net, double seconds) {
    List<DataSet> batches = data.computeIfAbsent(net, key -> batches(Samples.of(key), key));
    return new Dl4jPasses(Dl4jNetworks.network(net), batches).train(net, seconds);
  }

  @Override
  public Predictor predictor(Net net) {
    MultiLayerNetwork network = trained(net, batches(Samples.of(net), net), PASSES);
    float[][] rows = Samples.of(net, Kind.ROWS_AT_ONCE).features();
    return new Predictor() {
      @Override
      public double row(int index) {
        INDArray input = Nd4j.create(rows[index], new long[] {1, rows[index].length});
        return network.output(input).toFloatVector()[0];
      }

      /**
       * Not by {@code toFloatMatrix}, which copies row by row and takes longer than the network.
       */
      @Override
      public double rows() {
        float[] outputs = network.output(Nd4j.create(rows)).dup('c').data().asFloat();
        return outputs[outputs.length - net.outputs()];
      }
    };
  }

  @Override
  public double fit(Digits digits) {
    MultiLayerNetwork network =
        trained(Net.DIGITS, batches(digits.training(), Net.DIGITS), Digits.EPOCHS);
    INDArray predicted = network.output(Nd4j.create(digits.test().features()));
    return digits.test().accuracy(predicted.toFloatMatrix());
  }

  @Override
  public void steps(Net net, int count, Runnable afterFirst) {
    DataSet batch = dataSet(Samples.of(net, net.batchSize()));
    MultiLayerNetwork network = Dl4jNetworks.network(net);
    for (int step = 0; step < count; step++) {
      network.fit(batch);
      if (step == 0) {
        afterFirst.run();
      }
    }
  }

  private static MultiLayerNetwork trained(Net net, List<DataSet> batches, int epochs) {
    MultiLayerNetwork network = Dl4jNetworks.network(net);
    for (int epoch = 0; epoch < epochs; epoch++) {
      batches.forEach(network::fit);
    }
    return network;
  }

  private static List<DataSet> batches(Samples samples, Net net) {
    List<DataSet> batches = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += net.batchSize()) {
      batches.add(dataSet(samples.rows(from, from + net.batchSize())));
    }
    return batches;
  }

  private static DataSet dataSet(Samples samples) {
    return new DataSet(Nd4j.create(samples.features()), Nd4j.create(samples.targets()));
  }
}
