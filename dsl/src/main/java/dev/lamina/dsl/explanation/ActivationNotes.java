package dev.lamina.dsl.explanation;

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

/** What DL4J's own function of the same name does. */
final class ActivationNotes implements Activation.Cases<String> {

  @Override
  public String linear(Linear linear) {
    return "IDENTITY must be asked for: a dense layer is sigmoid, an output layer softmax";
  }

  @Override
  public String step(Step step) {
    return Settings.MISSING;
  }

  @Override
  public String relu(Relu relu) {
    return Settings.SAME;
  }

  @Override
  public String leakyRelu(LeakyRelu leakyRelu) {
    return "the gradient takes alpha rounded to float32";
  }

  @Override
  public String elu(Elu elu) {
    return elu.alpha() == 1
        ? "the gradient takes alpha rounded to float32"
        : "the gradient ignores alpha";
  }

  @Override
  public String selu(Selu selu) {
    return Settings.SAME;
  }

  @Override
  public String sigmoid(Sigmoid sigmoid) {
    return Settings.SAME;
  }

  @Override
  public String tanh(Tanh tanh) {
    return Settings.SAME;
  }

  @Override
  public String gelu(Gelu gelu) {
    return "z sigmoid(1.702 z), off by up to 0.014; its gradient is NaN from 26 on in float32";
  }

  @Override
  public String geluTanh(GeluTanh geluTanh) {
    return "cubes 0.044715 with z: off by up to 0.025";
  }

  @Override
  public String swish(Swish swish) {
    return "its gradient is NaN from 44 on in float32";
  }

  @Override
  public String mish(Mish mish) {
    return "its gradient is NaN from 22 on in float32";
  }

  @Override
  public String softplus(Softplus softplus) {
    return "infinite from 89 on in float32, its gradient NaN";
  }

  @Override
  public String softsign(Softsign softsign) {
    return Settings.SAME;
  }

  @Override
  public String hardSigmoid(HardSigmoid hardSigmoid) {
    return "0.2 z + 0.5 between 0 and 1, as Keras 2 had it";
  }

  @Override
  public String relu6(Relu6 relu6) {
    return "turns NaN into 6";
  }

  @Override
  public String softmax(Softmax softmax) {
    return softmax.temperature() == 1
        ? "NaN where all logits of a row are below -745 in float64"
        : "has no temperature";
  }
}
