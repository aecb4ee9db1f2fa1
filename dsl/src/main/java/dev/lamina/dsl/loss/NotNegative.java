package dev.lamina.dsl.loss;

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

/** Whether the values of an activation are never below 0. */
final class NotNegative implements Activation.Cases<Boolean> {

  /** Whether this activation gives no number below 0. */
  static boolean holdsFor(Activation activation) {
    return activation.accept(new NotNegative());
  }

  @Override
  public Boolean linear(Linear linear) {
    return false;
  }

  @Override
  public Boolean relu(Relu relu) {
    return true;
  }

  @Override
  public Boolean leakyRelu(LeakyRelu leakyRelu) {
    return leakyRelu.alpha() == 0;
  }

  @Override
  public Boolean elu(Elu elu) {
    return false;
  }

  @Override
  public Boolean selu(Selu selu) {
    return false;
  }

  @Override
  public Boolean sigmoid(Sigmoid sigmoid) {
    return true;
  }

  @Override
  public Boolean step(Step step) {
    return true;
  }

  @Override
  public Boolean tanh(Tanh tanh) {
    return false;
  }

  @Override
  public Boolean gelu(Gelu gelu) {
    return false;
  }

  @Override
  public Boolean geluTanh(GeluTanh geluTanh) {
    return false;
  }

  @Override
  public Boolean swish(Swish swish) {
    return false;
  }

  @Override
  public Boolean mish(Mish mish) {
    return false;
  }

  @Override
  public Boolean softplus(Softplus softplus) {
    return true;
  }

  @Override
  public Boolean softsign(Softsign softsign) {
    return false;
  }

  @Override
  public Boolean hardSigmoid(HardSigmoid hardSigmoid) {
    return true;
  }

  @Override
  public Boolean relu6(Relu6 relu6) {
    return true;
  }

  @Override
  public Boolean softmax(Softmax softmax) {
    return true;
  }
}
