package dev.lamina.inference.file;

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

/**
 * An activation as a code and a number.
 *
 * @param code which one it is
 * @param option its alpha or its temperature; 0 where it has none
 */
record CodedFunction(FunctionCode code, double option) {

  static CodedFunction of(Activation activation) {
    return activation.accept(new Codes());
  }

  private static CodedFunction plain(FunctionCode code) {
    return new CodedFunction(code, 0);
  }

  private static final class Codes implements Activation.Cases<CodedFunction> {

    @Override
    public CodedFunction linear(Linear linear) {
      return plain(FunctionCode.LINEAR);
    }

    @Override
    public CodedFunction relu(Relu relu) {
      return plain(FunctionCode.RELU);
    }

    @Override
    public CodedFunction leakyRelu(LeakyRelu leakyRelu) {
      return new CodedFunction(FunctionCode.LEAKY_RELU, leakyRelu.alpha());
    }

    @Override
    public CodedFunction elu(Elu elu) {
      return new CodedFunction(FunctionCode.ELU, elu.alpha());
    }

    @Override
    public CodedFunction selu(Selu selu) {
      return plain(FunctionCode.SELU);
    }

    @Override
    public CodedFunction sigmoid(Sigmoid sigmoid) {
      return plain(FunctionCode.SIGMOID);
    }

    @Override
    public CodedFunction step(Step step) {
      return plain(FunctionCode.STEP);
    }

    @Override
    public CodedFunction tanh(Tanh tanh) {
      return plain(FunctionCode.TANH);
    }

    @Override
    public CodedFunction gelu(Gelu gelu) {
      return plain(FunctionCode.GELU);
    }

    @Override
    public CodedFunction geluTanh(GeluTanh geluTanh) {
      return plain(FunctionCode.GELU_TANH);
    }

    @Override
    public CodedFunction swish(Swish swish) {
      return plain(FunctionCode.SWISH);
    }

    @Override
    public CodedFunction mish(Mish mish) {
      return plain(FunctionCode.MISH);
    }

    @Override
    public CodedFunction softplus(Softplus softplus) {
      return plain(FunctionCode.SOFTPLUS);
    }

    @Override
    public CodedFunction softsign(Softsign softsign) {
      return plain(FunctionCode.SOFTSIGN);
    }

    @Override
    public CodedFunction hardSigmoid(HardSigmoid hardSigmoid) {
      return plain(FunctionCode.HARD_SIGMOID);
    }

    @Override
    public CodedFunction relu6(Relu6 relu6) {
      return plain(FunctionCode.RELU6);
    }

    @Override
    public CodedFunction softmax(Softmax softmax) {
      return new CodedFunction(FunctionCode.SOFTMAX, softmax.temperature());
    }
  }
}
