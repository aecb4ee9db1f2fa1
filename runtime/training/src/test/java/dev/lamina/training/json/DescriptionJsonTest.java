package dev.lamina.training.json;

import static dev.lamina.dsl.Layers.activation;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.Activations;
import dev.lamina.dsl.Initializers;
import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.augmentation.FlipImages;
import dev.lamina.dsl.augmentation.Images;
import dev.lamina.dsl.augmentation.Jitter;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.loss.MeanSquaredError;
import dev.lamina.dsl.metric.Accuracy;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.MeanAbsoluteError;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Sequential;
import dev.lamina.dsl.optimizer.Adam;
import dev.lamina.dsl.optimizer.ConstantRate;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.ReduceOnPlateau;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DescriptionJsonTest {

  record Saved(int format, Network network, TrainingPlan training) {}

  record Maybe(OptionalInt count, OptionalDouble share, Optional<String> name) {}

  record Circle(double radius) {

    Circle() {
      this(1);
    }

    public double getDiameter() {
      return 2 * radius;
    }
  }

  @Test
  void networkWithEveryLayerAndOptionComesBack() {
    Network network =
        sequential(
                input(20),
                dropout(0.2).named("thinned"),
                dense(64).noBias().initializer(Initializers.heNormal()).l1(1e-4).l2(1e-3),
                batchNorm().momentum(0.9).epsilon(1e-3).named("normalized"),
                activation(Activations.ELU).named("bent"),
                stack(dense(8).leakyRelu(0.2), stack(dropout(0.5), batchNorm()), stack()),
                dense(3).initializer(Initializers.constant(0.25)).softmax().named("\"größe\" \\"))
            .named("everything");

    Network back = DescriptionJson.read(DescriptionJson.write(network), Network.class);

    assertThat(back).isEqualTo(network);
    assertThat(back.toString()).isEqualTo(network.toString());
  }

  @Test
  void planWithEveryOptionComesBack() {
    EarlyStopping patient =
        new EarlyStopping(new Monitor(DataPart.VALIDATION, new Accuracy()))
            .patience(5)
            .minDelta(1e-4)
            .startFrom(3)
            .baseline(0.75)
            .keepLast();
    TrainingPlan plan =
        new TrainingPlan(
                new MeanSquaredError(), new Adam(new ConstantRate(0.05), 0.8, 0.99, 1e-7, true))
            .epochs(100)
            .batchSize(16)
            .seed(Long.MIN_VALUE)
            .precision(Precision.FLOAT64)
            .measure(new Accuracy(), new MeanAbsoluteError())
            .stopWhen(patient, new EarlyStopping(new Monitor(DataPart.TRAINING, new LossValue())))
            .clipGlobalNorm(1.5)
            .accumulateGradients(4)
            .averageWeights(0.99)
            .validateEvery(500)
            .classWeights(1, 2.5)
            .augment(new Jitter(0.1), new FlipImages(new Images(28, 24, 3)))
            .adjustRate(
                new ReduceOnPlateau(new Monitor(DataPart.TRAINING, new LossValue())).patience(3));

    TrainingPlan back = DescriptionJson.read(DescriptionJson.write(plan), TrainingPlan.class);

    assertThat(back).isEqualTo(plan);
    assertThat(back.toString()).isEqualTo(plan.toString());
  }

  @Test
  void textHoldsTheComponentsInTheirOrder() {
    Network network =
        new Sequential(
            input(2), List.of(dense(3).leakyRelu().l2(1e-3).named("hidden"), stack(dropout(0.5))));
    TrainingPlan plan = new TrainingPlan(new MeanSquaredError(), new Adam());

    String json = DescriptionJson.write(new Saved(1, network, plan));

    assertThat(json)
        .isEqualTo(
            """
            {
              "format": 1,
              "network": {
                "is": "sequential",
                "name": "sequential",
                "input": {
                  "shape": {
                    "is": "flat",
                    "width": 2
                  }
                },
                "blocks": [
                  {
                    "is": "dense",
                    "units": 3,
                    "activation": {
                      "is": "leakyRelu",
                      "alpha": 0.01
                    },
                    "kernel": {
                      "initializer": {
                        "is": "varianceScaling",
                        "value": "GLOROT_UNIFORM"
                      },
                      "penalty": {
                        "l1": 0.0,
                        "l2": 0.001
                      }
                    },
                    "bias": {
                      "initializer": {
                        "is": "constant",
                        "value": 0.0
                      },
                      "penalty": {
                        "l1": 0.0,
                        "l2": 0.0
                      }
                    },
                    "dropConnect": 0.0,
                    "isFrozen": false,
                    "name": "hidden"
                  },
                  {
                    "is": "stack",
                    "blocks": [
                      {
                        "is": "dropout",
                        "rate": 0.5
                      }
                    ]
                  }
                ]
              },
              "training": {
                "loss": {
                  "is": "meanSquaredError"
                },
                "optimizer": {
                  "is": "adam",
                  "learningRate": {
                    "is": "constantRate",
                    "rate": 0.001,
                    "isPerEpoch": false
                  },
                  "beta1": 0.9,
                  "beta2": 0.999,
                  "epsilon": 1.0E-8,
                  "hasEpsilonHat": false
                },
                "epochs": 1,
                "batchSize": 32,
                "seed": 0,
                "precision": "FLOAT32",
                "metrics": [],
                "stopRules": [],
                "classWeights": [],
                "augmentations": []
              }
            }""");
  }

  @Test
  void propertiesMayComeInAnyOrder() {
    String json = "{\"alpha\":0.2,\"is\":\"leakyRelu\"}";

    Activation back = DescriptionJson.read(json, Activation.class);

    assertThat(back).isEqualTo(new LeakyRelu(0.2));
  }

  @Test
  void onlyComponentsAreWritten() {
    String json = DescriptionJson.write(new Circle());

    assertThat(json).isEqualTo("{\n  \"radius\": 1.0\n}");
  }

  @Test
  void emptyOptionalsAreLeftOut() {
    Maybe none = new Maybe(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());

    String json = DescriptionJson.write(none);

    assertThat(json).isEqualTo("{}");
    assertThat(DescriptionJson.read(json, Maybe.class)).isEqualTo(none);
  }

  @Test
  void nullStandsForAnEmptyOptional() {
    String json = "{\"count\":null,\"share\":null,\"name\":null}";

    Maybe back = DescriptionJson.read(json, Maybe.class);

    assertThat(back)
        .isEqualTo(new Maybe(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty()));
  }

  @Test
  void optionalsThatHoldSomethingComeBack() {
    Maybe some = new Maybe(OptionalInt.of(0), OptionalDouble.of(-0.0), Optional.of(""));

    Maybe back = DescriptionJson.read(DescriptionJson.write(some), Maybe.class);

    assertThat(back).isEqualTo(some);
  }

  @Test
  void deepNetworksComeBack() {
    Block block = dense(1);
    for (int depth = 0; depth < 200; depth++) {
      block = stack(block);
    }
    Network deep = sequential(input(1), block);

    Network back = DescriptionJson.read(DescriptionJson.write(deep), Network.class);

    assertThat(back).isEqualTo(deep);
  }
}
