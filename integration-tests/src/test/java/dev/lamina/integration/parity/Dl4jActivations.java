package dev.lamina.integration.parity;

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
import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** DL4J's own function of the same name, with the same parameter where it takes one. */
final class Dl4jActivations implements Activation.Cases<Optional<IActivation>> {

  @Override
  public Optional<IActivation> linear(Linear linear) {
    return Optional.of(new ActivationIdentity());
  }

  @Override
  public Optional<IActivation> step(Step step) {
    return Optional.empty();
  }

  @Override
  public Optional<IActivation> relu(Relu relu) {
    return Optional.of(new ActivationReLU());
  }

  @Override
  public Optional<IActivation> leakyRelu(LeakyRelu leakyRelu) {
    return Optional.of(new ActivationLReLU(leakyRelu.alpha()));
  }

  @Override
  public Optional<IActivation> elu(Elu elu) {
    return Optional.of(new ActivationELU(elu.alpha()));
  }

  @Override
  public Optional<IActivation> selu(Selu selu) {
    return Optional.of(new ActivationSELU());
  }

  @Override
  public Optional<IActivation> sigmoid(Sigmoid sigmoid) {
    return Optional.of(new ActivationSigmoid());
  }

  @Override
  public Optional<IActivation> tanh(Tanh tanh) {
    return Optional.of(new ActivationTanH());
  }

  @Override
  public Optional<IActivation> gelu(Gelu gelu) {
    return Optional.of(new ActivationGELU());
  }

  /** What DL4J calls precise is its form with tanh. */
  @Override
  public Optional<IActivation> geluTanh(GeluTanh geluTanh) {
    return Optional.of(new ActivationGELU(true));
  }

  @Override
  public Optional<IActivation> swish(Swish swish) {
    return Optional.of(new ActivationSwish());
  }

  @Override
  public Optional<IActivation> mish(Mish mish) {
    return Optional.of(new ActivationMish());
  }

  @Override
  public Optional<IActivation> softplus(Softplus softplus) {
    return Optional.of(new ActivationSoftPlus());
  }

  @Override
  public Optional<IActivation> softsign(Softsign softsign) {
    return Optional.of(new ActivationSoftSign());
  }

  @Override
  public Optional<IActivation> hardSigmoid(HardSigmoid hardSigmoid) {
    return Optional.of(new ActivationHardSigmoid());
  }

  @Override
  public Optional<IActivation> relu6(Relu6 relu6) {
    return Optional.of(new ActivationReLU6());
  }

  @Override
  public Optional<IActivation> softmax(Softmax softmax) {
    return softmax.temperature() == 1 ? Optional.of(new ActivationSoftmax()) : Optional.empty();
  }
}
