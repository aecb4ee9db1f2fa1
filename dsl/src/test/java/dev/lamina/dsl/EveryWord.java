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
import static dev.lamina.dsl.Losses.absoluteError;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.binaryFocalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalFocalCrossEntropy;
import static dev.lamina.dsl.Losses.cosineSimilarity;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.huber;
import static dev.lamina.dsl.Losses.klDivergence;
import static dev.lamina.dsl.Losses.logCosh;
import static dev.lamina.dsl.Losses.meanAbsolutePercentageError;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.meanSquaredLogarithmicError;
import static dev.lamina.dsl.Losses.poisson;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Losses.squaredHinge;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.Optimizers.adaBelief;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.Schedules.cosineDecay;
import static dev.lamina.dsl.Schedules.cosineRestarts;
import static dev.lamina.dsl.Schedules.exponentialDecay;
import static dev.lamina.dsl.Schedules.inverseTimeDecay;
import static dev.lamina.dsl.Schedules.linearDecay;
import static dev.lamina.dsl.Schedules.oneCycle;
import static dev.lamina.dsl.Schedules.piecewise;
import static dev.lamina.dsl.Schedules.polynomialDecay;
import static dev.lamina.dsl.Schedules.stepDecay;
import static dev.lamina.dsl.Schedules.warmUp;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.StopRule;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import java.util.stream.Stream;

/** Every word of the language, with its defaults and with every option: a line for each. */
final class EveryWord {

  private EveryWord() {}

  /** All descriptions below. */
  static Stream<Object> descriptions() {
    return Stream.of(
            activations(),
            initializers(),
            constraints(),
            layers(),
            losses(),
            schedules(),
            optimizers(),
            metrics(),
            stopRules(),
            networks(),
            plans())
        .flatMap(List::stream);
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

  private static List<Loss> losses() {
    return List.of(
        meanSquaredError(),
        absoluteError(),
        meanAbsolutePercentageError(),
        meanSquaredLogarithmicError(),
        huber(),
        huber(0.5),
        logCosh(),
        poisson(),
        hinge(),
        squaredHinge(),
        cosineSimilarity(),
        binaryCrossEntropy(),
        binaryCrossEntropy().labelSmoothing(0.1),
        binaryFocalCrossEntropy(),
        binaryFocalCrossEntropy().gamma(1.5).alpha(0.25),
        binaryFocalCrossEntropy().alpha(0),
        categoricalCrossEntropy(),
        categoricalCrossEntropy().labelSmoothing(0.1),
        categoricalFocalCrossEntropy(),
        categoricalFocalCrossEntropy().gamma(1.5).alpha(0.5).labelSmoothing(0.1),
        sparseCategoricalCrossEntropy(),
        sparseCategoricalCrossEntropy().labelSmoothing(0.1),
        klDivergence());
  }

  private static List<Schedule> schedules() {
    return List.of(
        constantRate(0.1),
        constantRate(0.1).perEpoch(),
        linearDecay(0.1, 0.01, 100),
        linearDecay(0.1, 0.01, 100).perEpoch(),
        stepDecay(0.1, 0.5, 10),
        stepDecay(0.1, 0.5, 10).perEpoch(),
        exponentialDecay(0.1, 0.96, 1000),
        exponentialDecay(0.1, 0.96, 1000).staircase().perEpoch(),
        inverseTimeDecay(0.1, 0.5, 10),
        inverseTimeDecay(0.1, 0.5, 10).staircase().perEpoch(),
        polynomialDecay(0.1, 0.01, 100),
        polynomialDecay(0.1, 0.01, 100).power(2).perEpoch(),
        cosineDecay(0.1, 100),
        cosineDecay(0.1, 100).alpha(0.1).perEpoch(),
        cosineRestarts(0.1, 10),
        cosineRestarts(0.1, 10).cycleFactor(1).peakFactor(0.5).alpha(0.1).perEpoch(),
        oneCycle(0.1, 100),
        oneCycle(0.1, 100).rise(0.5).startDivisor(10).endDivisor(100).perEpoch(),
        warmUp(10, cosineDecay(0.1, 100)),
        warmUp(10, constantRate(0.1).perEpoch()).from(0.01),
        piecewise(0.1),
        piecewise(0.1).then(100, 0.05).then(200, 0.01).perEpoch());
  }

  private static List<Optimizer> optimizers() {
    return List.of(
        sgd(),
        sgd(0.5),
        sgd(warmUp(10, linearDecay(0.1, 0.01, 100))),
        adam(linearDecay(0.1, 0.01, 100)),
        adam(constantRate(0.05).perEpoch()).beta1(0.8),
        momentum(linearDecay(0.1, 0.01, 100)),
        nesterov(linearDecay(0.1, 0.01, 100)),
        adaGrad(linearDecay(0.1, 0.01, 100)),
        rmsProp(linearDecay(0.1, 0.01, 100)),
        adamW(linearDecay(0.1, 0.01, 100)),
        amsGrad(linearDecay(0.1, 0.01, 100)),
        adaMax(linearDecay(0.1, 0.01, 100)),
        adaDelta(linearDecay(0.1, 0.01, 100)),
        nadam(linearDecay(0.1, 0.01, 100)),
        lion(linearDecay(0.1, 0.01, 100)),
        adaBelief(linearDecay(0.1, 0.01, 100)),
        adam(),
        adam(0.05),
        adam().beta1(0.8).beta2(0.99).epsilon(1e-7).epsilonHat(),
        adam(1e-4).beta1(0).beta2(0),
        momentum(),
        momentum(0.05),
        momentum().gamma(0.5),
        nesterov(),
        nesterov(0.05),
        nesterov().gamma(0.5),
        adaGrad(),
        adaGrad(0.05),
        adaGrad().initialAccumulator(0.5).delta(0.5).deltaInsideRoot(),
        rmsProp(),
        rmsProp(0.05),
        rmsProp().rho(0.5).delta(0.5).centered().deltaInsideRoot(),
        adamW(),
        adamW(0.05),
        adamW().weightDecay(0.5).beta1(0.5).beta2(0.5).epsilon(0.5).epsilonHat().decayBiases(),
        amsGrad(),
        amsGrad(0.05),
        amsGrad().beta1(0.5).beta2(0.5).epsilon(0.5).biasCorrected(),
        adaMax(),
        adaMax(0.05),
        adaMax().beta1(0.5).beta2(0.5).epsilon(0.5),
        adaDelta(),
        adaDelta(0.05),
        adaDelta().rho(0.5).epsilon(0.5),
        nadam(),
        nadam(0.05),
        nadam().beta1(0.5).beta2(0.5).epsilon(0.5).momentumSchedule(),
        lion(),
        lion(0.05),
        lion().beta1(0.5).beta2(0.5),
        adaBelief(),
        adaBelief(0.05),
        adaBelief().beta1(0.5).beta2(0.5).epsilon(0.5));
  }

  private static List<Metric> metrics() {
    return List.of(loss(), accuracy(), meanAbsoluteError());
  }

  private static List<StopRule> stopRules() {
    return List.of(
        earlyStopping(training(loss())),
        earlyStopping(validation(accuracy()))
            .patience(3)
            .minDelta(1e-4)
            .startFrom(10)
            .baseline(-0.5)
            .keepLast());
  }

  private static List<Object> networks() {
    return List.of(
        input(20),
        reduceOnPlateau(training(loss())),
        reduceOnPlateau(validation(accuracy()))
            .factor(0.5)
            .patience(3)
            .minDelta(0)
            .cooldown(2)
            .least(1e-5),
        training(loss()),
        validation(accuracy()),
        stack(),
        stack(dense(8), stack(batchNorm(), relu())),
        sequential(input(2)),
        sequential(input(20), stack(dense(64), relu()), dropout(0.3), dense(1).sigmoid()),
        sequential(input(2), dense(1)).named("a \"quoted\" \\ name"));
  }

  private static List<TrainingPlan> plans() {
    return List.of(
        training(meanSquaredError(), sgd()),
        training(meanSquaredError(), sgd()).seed(-7),
        training(meanSquaredError(), sgd()).clipValue(0.5),
        training(meanSquaredError(), sgd()).clipNorm(1),
        training(meanSquaredError(), sgd()).clipGlobalNorm(1e-3),
        training(binaryCrossEntropy(), adam(1e-3))
            .epochs(100)
            .batchSize(16)
            .seed(Long.MIN_VALUE)
            .precision(Precision.FLOAT64)
            .measure(accuracy(), meanAbsoluteError())
            .stopWhen(
                earlyStopping(validation(loss())).patience(3),
                earlyStopping(training(accuracy())).keepLast()),
        training(meanSquaredError(), sgd()).adjustRate(reduceOnPlateau(training(loss()))));
  }
}
