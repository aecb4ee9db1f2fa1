package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.call.Call;
import dev.lamina.compiler.lowering.call.HostArray;
import dev.lamina.compiler.lowering.call.NativeCall;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Calls in their order. Where a matrix and a row meet, the row counts for each sample. */
final class Calls {

  private final List<Call> calls = new ArrayList<>();

  /** {@code into = factor a b}, of either or both the transpose. */
  Calls product(
      INDArray a,
      boolean transposeA,
      INDArray b,
      boolean transposeB,
      double factor,
      INDArray into) {
    double[] factors = {factor, 0};
    return and(
        NativeCall.of(
            "matmul", List.of(a, b), into, factors, transposeA ? 1 : 0, transposeB ? 1 : 0, 0));
  }

  /** {@code into = a b}. */
  Calls product(INDArray a, INDArray b, INDArray into) {
    return product(a, false, b, false, 1, into);
  }

  /** Adds a row to each sample. */
  Calls addRow(INDArray matrix, INDArray row) {
    return and(NativeCall.of("biasadd", List.of(matrix, row.reshape(row.length())), matrix));
  }

  /** {@code into = a + b}. */
  Calls add(INDArray a, INDArray b, INDArray into) {
    return and(NativeCall.of("add", List.of(a, b), into));
  }

  /** {@code into = a - b}. */
  Calls subtract(INDArray a, INDArray b, INDArray into) {
    return and(NativeCall.of("subtract", List.of(a, b), into));
  }

  /** {@code into = a b}, number by number. */
  Calls multiply(INDArray a, INDArray b, INDArray into) {
    return and(NativeCall.of("multiply", List.of(a, b), into));
  }

  /** {@code into = a / b}, number by number. */
  Calls divide(INDArray a, INDArray b, INDArray into) {
    return and(NativeCall.of("divide", List.of(a, b), into));
  }

  /** {@code into = x}. */
  Calls copy(INDArray x, INDArray into) {
    return and(NativeCall.of("assign", List.of(x, x), into));
  }

  /** {@code max(0, x)}, in place. */
  Calls rectify(INDArray x) {
    return and(NativeCall.of("relu", List.of(x), x, new double[] {0}));
  }

  /** The hyperbolic tangent of each number, in place. */
  Calls tanh(INDArray x) {
    return and(NativeCall.of("tanh", List.of(x), x));
  }

  /** {@code 1 / (1 + e^-x)}, in place. */
  Calls sigmoid(INDArray x) {
    return and(NativeCall.of("sigmoid", List.of(x), x));
  }

  /** {@code into = 1} where x is above 0, and 0 where x is 0; x is not negative. */
  Calls isAboveZero(INDArray x, INDArray into) {
    return and(NativeCall.of("divide_no_nan", List.of(x, x), into)); // ND4J's step makes objects
  }

  /** The root of each number, in place; for few numbers, as ND4J takes them one by one too. */
  Calls root(INDArray x) {
    HostArray numbers = HostArray.of(x);
    double[] values = new double[Math.toIntExact(x.length())];
    return and(
        () -> {
          numbers.read(values);
          for (int i = 0; i < values.length; i++) {
            values[i] = Math.sqrt(values[i]);
          }
          numbers.write(values);
        });
  }

  /** Fills an array with random numbers. */
  Calls draw(RandomOp drawn) {
    return and(() -> Nd4j.getExecutioner().exec(drawn));
  }

  /** Any other work. */
  Calls and(Call call) {
    calls.add(call);
    return this;
  }

  /** All of them. */
  Call[] list() {
    return calls.toArray(Call[]::new);
  }
}
