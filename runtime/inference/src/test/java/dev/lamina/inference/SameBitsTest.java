package dev.lamina.inference;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same row gives the same bits, whatever is computed beside it. */
class SameBitsTest {

  private static final int INPUTS = 21;

  /** More rows than are computed at once, and no multiple of them. */
  private static final int ROWS = 75;

  private static final Network NETWORK =
      sequential(
          input(INPUTS),
          dense(35).named("first"),
          batchNorm(),
          relu(),
          dropout(0.3),
          dense(18).gelu(),
          batchNorm(),
          dense(7).tanh(),
          dense(3).softmax(2));

  private final double[][] rows = Numbers.rows(ROWS, INPUTS, 3);

  @ParameterizedTest
  @EnumSource
  void oneRowIsTheSameAsAmongMany(Precision precision) {
    PlainModel model = model(precision);

    double[][] together = model.predict(rows);

    for (int row = 0; row < ROWS; row++) {
      assertThat(model.predict(rows[row])).containsExactly(together[row]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsOneAfterTheOtherInOneArrayAreTheSame(Precision precision) {
    PlainModel model = model(precision);
    double[][] expected = model.predict(rows);
    double[] outputs = new double[ROWS * 3];
    float[] singleOutputs = new float[ROWS * 3];

    model.predict(flat(), outputs);
    model.predict(single(flat()), singleOutputs);

    for (int i = 0; i < outputs.length; i++) {
      assertThat(outputs[i]).isEqualTo(expected[i / 3][i % 3]);
      assertThat(singleOutputs[i]).isEqualTo((float) expected[i / 3][i % 3]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void zerosMayBeLeftOut(Precision precision) {
    PlainModel model = model(precision);
    double[] zeros = new double[INPUTS];
    double[] negativeZeros = new double[INPUTS];
    negativeZeros[4] = -0.0;

    double[][] together = model.predict(new double[][] {zeros, negativeZeros, rows[0]});

    assertThat(model.predict(zeros)).containsExactly(together[0]);
    assertThat(together[1]).containsExactly(together[0]);
  }

  /** The order of additions is that of the textbook: bias, then input by input. */
  @Test
  void sumsAreAddedInTheOrderOfTheInputs() {
    Network network = sequential(input(INPUTS), dense(35).named("it"));
    Parameters values = Numbers.seeded(network, 5);
    double[] kernel = values.values("it", "kernel");
    double[] bias = values.values("it", "bias");

    double[] outputs = PlainModel.of(network, Precision.FLOAT32, values).predict(rows[0]);

    for (int unit = 0; unit < 35; unit++) {
      float sum = (float) bias[unit];
      for (int i = 0; i < INPUTS; i++) {
        sum += (float) rows[0][i] * (float) kernel[i * 35 + unit];
      }
      assertThat(outputs[unit]).isEqualTo(sum);
    }
  }

  @Test
  void threadsDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
    PlainModel model = model(Precision.FLOAT32);
    double[][] expected = model.predict(rows);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<List<double[][]>>> found = new ArrayList<>();

    for (int thread = 0; thread < 8; thread++) {
      int first = thread;
      found.add(
          threads.submit(
              () -> {
                List<double[][]> outputs = new ArrayList<>();
                for (int call = 0; call < 50; call++) {
                  int row = (first + call) % ROWS;
                  outputs.add(new double[][] {expected[row], model.predict(rows[row])});
                  outputs.add(new double[][] {expected[row], model.predict(rows)[row]});
                }
                return outputs;
              }));
    }
    threads.shutdown();

    for (Future<List<double[][]>> each : found) {
      assertThat(each.get()).allSatisfy(pair -> assertThat(pair[1]).containsExactly(pair[0]));
    }
  }

  private static PlainModel model(Precision precision) {
    return PlainModel.of(NETWORK, precision, Numbers.seeded(NETWORK, 7));
  }

  private double[] flat() {
    double[] flat = new double[ROWS * INPUTS];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(rows[row], 0, flat, row * INPUTS, INPUTS);
    }
    return flat;
  }

  private static float[] single(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
