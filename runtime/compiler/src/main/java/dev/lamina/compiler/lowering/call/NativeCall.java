package dev.lamina.compiler.lowering.call;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.nd4j.nativeblas.OpaqueContext;

/**
 * A native operation of ND4J with its arguments.
 *
 * <p>What ND4J does anew at each call, to collect arguments, check shapes and hand both to native
 * code, takes 5 to 40 microseconds. Here it is done once, and a call takes about one, without an
 * object on the Java heap.
 */
public final class NativeCall implements Call {

  private final NativeOps natives = NativeOpsHolder.getInstance().getDeviceNativeOps();
  private final String name;
  private final long operation;

  /** Keeps the arrays reachable that native code knows by address only. */
  private final OpContext arguments;

  private final OpaqueContext address;

  private NativeCall(String name, OpContext arguments) {
    this.name = name;
    this.operation = Nd4j.getExecutioner().getCustomOperations().get(name).getHash();
    this.arguments = arguments;
    this.address = (OpaqueContext) arguments.contextPointer();
  }

  /**
   * The operation with these arguments, whose shapes must be right: nobody checks them again.
   *
   * @param name ND4J's name of the operation
   * @param numbers its numbers
   * @param options its whole numbers
   */
  public static Call of(
      String name, List<INDArray> inputs, INDArray output, double[] numbers, int... options) {
    if (!Nd4j.getEnvironment().isCPU()) {
      return UsualCall.of(name, inputs, output, numbers, options);
    }
    OpContext arguments = Nd4j.getExecutioner().buildContext();
    arguments.setInputArrays(inputs);
    arguments.setOutputArrays(output);
    arguments.setTArguments(numbers);
    arguments.setIArguments(IntStream.of(options).asLongStream().toArray());
    arguments.shapeFunctionOverride(true);
    return new NativeCall(name, arguments);
  }

  /** The operation, which takes no numbers. */
  public static Call of(String name, List<INDArray> inputs, INDArray output) {
    return of(name, inputs, output, new double[0]);
  }

  @Override
  public void run() {
    if (natives.execCustomOp2(null, operation, address) != 0) {
      throw new IllegalStateException(
          "ND4J's operation `%s` failed on %s: %s"
              .formatted(name, arguments.getInputArrays(), natives.lastErrorMessage()));
    }
  }
}
