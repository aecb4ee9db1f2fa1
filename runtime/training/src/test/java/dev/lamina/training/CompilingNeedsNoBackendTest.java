package dev.lamina.training;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.elu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.Initializers;
import dev.lamina.dsl.network.Network;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

class CompilingNeedsNoBackendTest {

  @Test
  void compilingNeedsNoBackendAndGivesTheSameConfiguration()
      throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.withoutBackend(Compile.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip())
        .isEqualTo("no backend; configuration " + Integer.toHexString(json().hashCode()));
  }

  @Test
  void compilingLeavesTheRandomGeneratorOfTheCallerAlone() {
    Random generator = Nd4j.getRandom();
    generator.setSeed(17);
    generator.nextInt();
    long root = generator.rootState();
    long node = generator.nodeState();

    String json = json();

    assertThat(json).isNotEmpty();
    assertThat(generator.getSeed()).isEqualTo(17);
    assertThat(generator.rootState()).isEqualTo(root);
    assertThat(generator.nodeState()).isEqualTo(node);
  }

  private static String json() {
    Network network =
        sequential(
            input(8),
            dropout(0.2),
            dense(6).l1(1e-3).l2(1e-2).initializer(Initializers.heNormal()),
            batchNorm(),
            elu(0.5),
            dense(4).leakyRelu(),
            dense(1).sigmoid());
    return Compiler.compile(network, training(binaryCrossEntropy(), adam()).seed(5)).json();
  }

  /** What the child runs. */
  static final class Compile {

    private Compile() {}

    public static void main(String[] arguments) {
      String backend;
      try {
        Class.forName("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
        backend = "a backend";
      } catch (ClassNotFoundException e) {
        backend = "no backend";
      }
      System.out.println(backend + "; configuration " + Integer.toHexString(json().hashCode()));
    }
  }
}
