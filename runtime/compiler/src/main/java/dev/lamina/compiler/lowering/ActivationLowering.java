package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.activation.ExactElu;
import dev.lamina.compiler.lowering.activation.ExactGelu;
import dev.lamina.compiler.lowering.activation.ExactGeluTanh;
import dev.lamina.compiler.lowering.activation.ExactHardSigmoid;
import dev.lamina.compiler.lowering.activation.ExactLeakyRelu;
import dev.lamina.compiler.lowering.activation.ExactMish;
import dev.lamina.compiler.lowering.activation.ExactRelu6;
import dev.lamina.compiler.lowering.activation.ExactSoftplus;
import dev.lamina.compiler.lowering.activation.ExactStep;
import dev.lamina.compiler.lowering.activation.ExactSwish;
import dev.lamina.compiler.lowering.activation.TemperedSoftmax;
import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Elu;
import dev.lamina.dsl.activation.Gelu;
import dev.lamina.dsl.activation.GeluTanh;
import dev.lamina.dsl.activation.HardSigmoid;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.activation.Mish;
import dev.lamina.dsl.activation.Relu;
import dev.lamina.dsl.activation.Relu6;
import dev.lamina.dsl.activation.Selu;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.activation.Softplus;
import dev.lamina.dsl.activation.Softsign;
import dev.lamina.dsl.activation.Step;
import dev.lamina.dsl.activation.Swish;
import dev.lamina.dsl.activation.Tanh;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The ND4J function that means the same as an activation of Lamina. */
public final class ActivationLowering implements Activation.Cases<IActivation> {

  @Override
  public IActivation linear(Linear linear) {
    return new ActivationIdentity();
  }

  @Override
  public IActivation relu(Relu relu) {
    return new ActivationReLU();
  }

  /** ND4J's own rounds alpha to single precision in its gradient. */
  @Override
  public IActivation leakyRelu(LeakyRelu leakyRelu) {
    return new ExactLeakyRelu(leakyRelu.alpha());
  }

  /** ND4J's own ELU ignores alpha in its gradient. */
  @Override
  public IActivation elu(Elu elu) {
    return new ExactElu(elu.alpha());
  }

  @Override
  public IActivation selu(Selu selu) {
    return new ActivationSELU();
  }

  @Override
  public IActivation sigmoid(Sigmoid sigmoid) {
    return new ActivationSigmoid();
  }

  /** ND4J has none. */
  @Override
  public IActivation step(Step step) {
    return new ExactStep();
  }

  @Override
  public IActivation tanh(Tanh tanh) {
    return new ActivationTanH();
  }

  /** ND4J's own is z sigmoid(1.702 z), and overflows. */
  @Override
  public IActivation gelu(Gelu gelu) {
    return new ExactGelu();
  }

  /** ND4J's own cubes 0.044715 too. */
  @Override
  public IActivation geluTanh(GeluTanh geluTanh) {
    return new ExactGeluTanh();
  }

  /** ND4J's own has no gradient for large z. */
  @Override
  public IActivation swish(Swish swish) {
    return new ExactSwish();
  }

  /** ND4J's own has no gradient for large z. */
  @Override
  public IActivation mish(Mish mish) {
    return new ExactMish();
  }

  /** ND4J's own overflows in single precision from 89 on. */
  @Override
  public IActivation softplus(Softplus softplus) {
    return new ExactSoftplus();
  }

  @Override
  public IActivation softsign(Softsign softsign) {
    return new ActivationSoftSign();
  }

  /** ND4J's own is that of Keras 2. */
  @Override
  public IActivation hardSigmoid(HardSigmoid hardSigmoid) {
    return new ExactHardSigmoid();
  }

  /** ND4J's own turns NaN into 6. */
  @Override
  public IActivation relu6(Relu6 relu6) {
    return new ExactRelu6();
  }

  /** ND4J's own knows no temperature, and in double precision gives NaN for rows far below 0. */
  @Override
  public IActivation softmax(Softmax softmax) {
    return new TemperedSoftmax(softmax.temperature());
  }
}
