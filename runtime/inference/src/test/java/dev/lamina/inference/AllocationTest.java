package dev.lamina.inference;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllocationTest {

  private static final int ROWS = 40;

  /** Until Java has loaded and compiled what a call needs. */
  private static final int WARM_UP = 1_000;

  private static final int CALLS = 100;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void predictingIntoAnArrayAllocatesNothing(Precision precision) {
    Network network =
        sequential(
            input(8),
            dense(6).relu(),
            batchNorm(),
            dense(5).gelu(),
            dense(4).tanh(),
            dense(3).softmax());
    PlainModel model = PlainModel.of(network, precision, Numbers.seeded(network, 1));
    double[] features = new double[ROWS * 8];
    double[] outputs = new double[ROWS * 3];
    float[] singleFeatures = new float[8];
    float[] singleOutputs = new float[3];
    for (int call = 0; call < WARM_UP; call++) {
      model.predict(features, outputs);
      model.predict(singleFeatures, singleOutputs);
    }
    long before = threads.getCurrentThreadAllocatedBytes();

    for (int call = 0; call < CALLS; call++) {
      model.predict(features, outputs);
      model.predict(singleFeatures, singleOutputs);
    }

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).isLessThan(CALLS); // less than a byte a call: what the bean itself takes
  }
}
