package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.activation.ExactElu;
import dev.lamina.compiler.lowering.activation.ExactLeakyRelu;
import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Elu;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.activation.Relu;
import dev.lamina.dsl.activation.Selu;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.activation.Tanh;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The ND4J function that means the same as an activation of Lamina. */
final class ActivationLowering implements Activation.Cases<IActivation> {

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

  @Override
  public IActivation tanh(Tanh tanh) {
    return new ActivationTanH();
  }

  @Override
  public IActivation softmax(Softmax softmax) {
    return new ActivationSoftmax();
  }
}
