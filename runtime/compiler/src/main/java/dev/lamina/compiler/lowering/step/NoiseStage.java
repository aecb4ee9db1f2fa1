package dev.lamina.compiler.lowering.step;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer that multiplies what it gets by something random, and adds something.
 *
 * @param output what it gives
 * @param factors what each number is multiplied by; absent where nothing is
 */
record NoiseStage(INDArray output, Optional<INDArray> factors) implements Stage {

  @Override
  public INDArray backward(Calls calls, INDArray slope, boolean inputWanted) {
    factors.filter(each -> inputWanted).ifPresent(each -> calls.multiply(slope, each, slope));
    return slope;
  }
}
