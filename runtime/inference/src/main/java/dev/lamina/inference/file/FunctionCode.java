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
import java.util.Optional;
import java.util.stream.Stream;

/** Each activation under a number of its own, which files hold and which never changes. */
enum FunctionCode {
  LINEAR(0),
  RELU(1),
  LEAKY_RELU(2),
  ELU(3),
  SELU(4),
  SIGMOID(5),
  STEP(6),
  TANH(7),
  GELU(8),
  GELU_TANH(9),
  SWISH(10),
  MISH(11),
  SOFTPLUS(12),
  SOFTSIGN(13),
  HARD_SIGMOID(14),
  RELU6(15),
  SOFTMAX(16);

  private final int number;

  FunctionCode(int number) {
    this.number = number;
  }

  /** The code with this number, if there is one. */
  static Optional<FunctionCode> of(int number) {
    return Stream.of(values()).filter(code -> code.number == number).findFirst();
  }

  int number() {
    return number;
  }

  /** The activation with this option, which most do not have. */
  Activation activation(double option) {
    return switch (this) {
      case LINEAR -> new Linear();
      case RELU -> new Relu();
      case LEAKY_RELU -> new LeakyRelu(option);
      case ELU -> new Elu(option);
      case SELU -> new Selu();
      case SIGMOID -> new Sigmoid();
      case STEP -> new Step();
      case TANH -> new Tanh();
      case GELU -> new Gelu();
      case GELU_TANH -> new GeluTanh();
      case SWISH -> new Swish();
      case MISH -> new Mish();
      case SOFTPLUS -> new Softplus();
      case SOFTSIGN -> new Softsign();
      case HARD_SIGMOID -> new HardSigmoid();
      case RELU6 -> new Relu6();
      case SOFTMAX -> new Softmax(option);
    };
  }
}
