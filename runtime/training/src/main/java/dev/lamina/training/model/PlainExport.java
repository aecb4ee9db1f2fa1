package dev.lamina.training.model;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.PlainModel;
import dev.lamina.inference.input.Normalization;
import dev.lamina.training.engine.Engine;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A network with its weights as a plain model: made once, when it is first asked for, and then
 * shared by threads without waiting, as neither changes.
 */
final class PlainExport {

  private static final int ROWS = 16;

  /** So few rows of any network take plain Java less time than native calls: measured. */
  private static final int FEW = 8;

  /** So do more rows of a small one, until this many products of features and weights. */
  private static final long SMALL = 100_000;

  /** What a row costs beside its products. */
  private static final long ROW = 100;

  private final Network network;
  private final Precision precision;
  private final Engine engine;
  private final Optional<Normalization> normalization;
  private final long products;
  private final AtomicReference<Optional<PlainModel>> made = new AtomicReference<>();

  PlainExport(
      Network network, Precision precision, Engine engine, Optional<Normalization> normalization) {
    this.network = network;
    this.precision = precision;
    this.engine = engine;
    this.normalization = normalization;
    this.products = Math.max(network.parameters().total(), ROW);
  }

  /** Whether plain Java predicts so many rows in less time than native calls do. */
  boolean isFaster(int rows) {
    return rows <= FEW || rows * products <= SMALL;
  }

  /** The plain model; none where training left weights that are not finite. */
  Optional<PlainModel> find() {
    Optional<PlainModel> present = made.get();
    return present == null ? make() : present;
  }

  private synchronized Optional<PlainModel> make() {
    if (made.get() == null) {
      Weights weights = weights();
      boolean isFinite =
          weights.tensors().values().stream()
              .flatMap(layer -> layer.values().stream())
              .allMatch(tensor -> tensor.firstNot(Double::isFinite).isEmpty());
      made.set(isFinite ? Optional.of(of(weights, precision)) : Optional.empty());
    }
    return made.get();
  }

  /**
   * The plain model, once it has given the outputs of the engine for random rows.
   *
   * <p>In single precision both round, in another order. How far that moves the outputs of this
   * network is seen from the plain model in double precision; as much may come from the engine.
   *
   * @throws InvalidDescriptionException if weights are not finite
   * @throws IllegalStateException if an output differs by more
   */
  PlainModel checked() {
    PlainModel plain = find().orElseGet(() -> of(weights(), precision));
    double[][] raw = raw(rows());
    double[][] outputs = plain.predict(raw);
    double[][] exact = of(weights(), Precision.FLOAT64).predict(raw);
    double rounding = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int output = 0; output < plain.outputs(); output++) {
        rounding = Math.max(rounding, PlainDifference.of(outputs[row][output], exact[row][output]));
      }
    }
    requireSame(normalized(raw), outputs, Math.max(tolerance(), 8 * rounding));
    return plain;
  }

  /** Demands that the engine gives these outputs for these rows. */
  void requireSame(double[][] rows, double[][] outputs, double tolerance) {
    for (int row = 0; row < rows.length; row++) {
      double[] expected = engine.predict(rows, row, row + 1)[0];
      for (int output = 0; output < expected.length; output++) {
        double came = outputs[row][output];
        if (!(PlainDifference.of(came, expected[output]) <= tolerance)) {
          String figures =
              "for output %d of row %d (both counted from 0), within %s, but gives %s%s."
                  .formatted(output, row, Code.literal(tolerance), Code.literal(came), place(rows));
          Problem problem =
              new Problem(
                  "The plain model of network `" + network.name() + "`",
                  "should give " + Code.literal(expected[output]) + " " + figures,
                  "predict with the model itself, and report the network.");
          throw new IllegalStateException(problem.toString());
        }
      }
    }
  }

  /** The layer that differs, where it is found by itself. */
  private String place(double[][] rows) {
    return new PlainDifference(network, weights())
        .firstLayer(rows, 1e-10)
        .map(entry -> ", from layer " + entry.number() + " `" + entry.layer() + "` on")
        .orElse("");
  }

  private double tolerance() {
    return switch (precision) {
      case FLOAT32 -> 1e-6;
      case FLOAT64 -> 1e-10;
    };
  }

  private double[][] rows() {
    Random random = new Random(1);
    int width = network.input().shape().size();
    return Stream.generate(() -> random.doubles(width, -2, 2).toArray())
        .limit(ROWS)
        .toArray(double[][]::new);
  }

  /** Features that become such as these by normalizing. */
  private double[][] raw(double[][] rows) {
    if (normalization.isEmpty()) {
      return rows;
    }
    double[] centers = normalization.get().centers();
    double[] scales = normalization.get().scales();
    double[][] raw = new double[rows.length][centers.length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < centers.length; column++) {
        raw[row][column] = rows[row][column] * scales[column] + centers[column];
      }
    }
    return raw;
  }

  private double[][] normalized(double[][] raw) {
    double[][] rows = Stream.of(raw).map(double[]::clone).toArray(double[][]::new);
    normalization.ifPresent(each -> Stream.of(rows).forEach(row -> each.apply(row, 0)));
    return rows;
  }

  private Weights weights() {
    return Weights.read(network, engine);
  }

  private PlainModel of(Weights weights, Precision computing) {
    PlainModel plain = PlainModel.of(network, computing, weights::values);
    return normalization.map(plain::normalizing).orElse(plain);
  }
}
