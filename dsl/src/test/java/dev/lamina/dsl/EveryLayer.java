package dev.lamina.dsl;

import static dev.lamina.dsl.Activations.ELU;
import static dev.lamina.dsl.Activations.GELU;
import static dev.lamina.dsl.Activations.GELU_TANH;
import static dev.lamina.dsl.Activations.HARD_SIGMOID;
import static dev.lamina.dsl.Activations.LEAKY_RELU;
import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.MISH;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Activations.RELU6;
import static dev.lamina.dsl.Activations.SELU;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.SOFTPLUS;
import static dev.lamina.dsl.Activations.SOFTSIGN;
import static dev.lamina.dsl.Activations.STEP;
import static dev.lamina.dsl.Activations.SWISH;
import static dev.lamina.dsl.Activations.TANH;
import static dev.lamina.dsl.Constraints.maxNorm;
import static dev.lamina.dsl.Constraints.minMaxNorm;
import static dev.lamina.dsl.Constraints.nonNegative;
import static dev.lamina.dsl.Constraints.unitNorm;
import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.glorotNormal;
import static dev.lamina.dsl.Initializers.glorotUniform;
import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Initializers.heUniform;
import static dev.lamina.dsl.Initializers.identity;
import static dev.lamina.dsl.Initializers.lecunNormal;
import static dev.lamina.dsl.Initializers.lecunUniform;
import static dev.lamina.dsl.Initializers.normal;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.orthogonal;
import static dev.lamina.dsl.Initializers.truncatedNormal;
import static dev.lamina.dsl.Initializers.uniform;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.elu;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.gelu;
import static dev.lamina.dsl.Layers.geluTanh;
import static dev.lamina.dsl.Layers.hardSigmoid;
import static dev.lamina.dsl.Layers.leakyRelu;
import static dev.lamina.dsl.Layers.linear;
import static dev.lamina.dsl.Layers.mish;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.relu6;
import static dev.lamina.dsl.Layers.selu;
import static dev.lamina.dsl.Layers.sigmoid;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Layers.softplus;
import static dev.lamina.dsl.Layers.softsign;
import static dev.lamina.dsl.Layers.step;
import static dev.lamina.dsl.Layers.swish;
import static dev.lamina.dsl.Layers.tanh;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Layer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every layer and what it is made of, with every option: the part of {@link EveryWord} on layers.
 */
final class EveryLayer {

  private EveryLayer() {}

  /** All descriptions below. */
  static Stream<Object> descriptions() {
    return Stream.of(activations(), initializers(), constraints(), layers()).flatMap(List::stream);
  }

  private static List<Activation> activations() {
    return List.of(
        LINEAR,
        RELU,
        LEAKY_RELU,
        LEAKY_RELU.alpha(0.2),
        ELU,
        ELU.alpha(0.5),
        SELU,
        SIGMOID,
        STEP,
        TANH,
        GELU,
        GELU_TANH,
        SWISH,
        MISH,
        SOFTPLUS,
        SOFTSIGN,
        HARD_SIGMOID,
        RELU6,
        SOFTMAX,
        SOFTMAX.temperature(2));
  }

  private static List<Initializer> initializers() {
    return List.of(
        zeros(),
        ones(),
        constant(-1e-4),
        constant(-0.0),
        glorotUniform(),
        glorotNormal(),
        heUniform(),
        heNormal(),
        lecunUniform(),
        lecunNormal(),
        uniform(),
        uniform(-1, 0.5),
        normal(),
        normal(0.1).mean(-0.5),
        truncatedNormal(),
        truncatedNormal(0.1).mean(-0.5),
        orthogonal(),
        orthogonal().gain(2),
        identity(),
        identity().gain(0.5));
  }

  private static List<Constraint> constraints() {
    return List.of(maxNorm(3), unitNorm(), minMaxNorm(0.5, 2), nonNegative());
  }

  private static List<Layer> layers() {
    return List.of(
        dense(64),
        dense(64).relu(),
        dense(64).leakyRelu(),
        dense(64).leakyRelu(0.2),
        dense(64).elu(),
        dense(64).elu(1e10),
        dense(64).selu(),
        dense(64).sigmoid(),
        dense(64).step(),
        dense(64).tanh(),
        dense(64).softmax(),
        dense(64).softmax(0.5),
        dense(64).gelu(),
        dense(64).geluTanh(),
        dense(64).swish(),
        dense(64).mish(),
        dense(64).softplus(),
        dense(64).softsign(),
        dense(64).hardSigmoid(),
        dense(64).relu6(),
        dense(64).noBias(),
        dense(64).initializer(constant(0.5)),
        dense(64).biasInitializer(uniform(-1, 1)),
        dense(64).l1(1e-4),
        dense(64).l2(2.0),
        dense(64).biasL1(1e-4),
        dense(64).biasL2(2.0),
        dense(64).weightDecay(0),
        dense(64).biasWeightDecay(0.01),
        dense(64).maxNorm(3),
        dense(64).unitNorm(),
        dense(64).minMaxNorm(0.5, 2),
        dense(64).nonNegative(),
        dense(64).dropConnect(0.5),
        dense(64).frozen(),
        dense(64).named("a \"quoted\" \\ \\u000a name, größer: 層"),
        dense(64).relu().noBias().initializer(heNormal()).l1(0.1).l2(0.2).named("hidden"),
        batchNorm(),
        batchNorm().frozen(),
        batchNorm().momentum(0.9).epsilon(1e-3).frozen().named("norm"),
        dropout(0.3),
        dropout(0).named("none"),
        alphaDropout(0.1),
        alphaDropout(0).named("none"),
        gaussianDropout(0.3),
        gaussianDropout(0).named("none"),
        gaussianNoise(0.1),
        gaussianNoise(0).named("none"),
        linear(),
        relu(),
        leakyRelu(),
        leakyRelu(0.2),
        elu(),
        elu(0.5),
        selu(),
        sigmoid(),
        step(),
        tanh(),
        gelu(),
        geluTanh(),
        swish(),
        mish(),
        softplus(),
        softsign(),
        hardSigmoid(),
        relu6(),
        softmax(2),
        softmax().named("choice"));
  }
}
