package dev.lamina.compiler.lowering.call;

import java.util.List;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A native operation as ND4J usually calls it, for backends other than the CPU's: there arrays
 * move, and their addresses with them.
 */
record UsualCall(CustomOp operation) implements Call {

  /** The operation with these arguments, as {@link NativeCall#of} takes them. */
  static Call of(
      String name, List<INDArray> inputs, INDArray output, double[] numbers, int... options) {
    return new UsualCall(
        DynamicCustomOp.builder(name)
            .addInputs(inputs.toArray(INDArray[]::new))
            .addOutputs(output)
            .addFloatingPointArguments(DoubleStream.of(numbers).boxed().toArray(Double[]::new))
            .addIntegerArguments(options)
            .build());
  }

  @Override
  public void run() {
    Nd4j.exec(operation);
  }
}
