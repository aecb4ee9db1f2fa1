package dev.lamina.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.training.data.Dataset;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BackendMissingTest {

  @Test
  void trainingWithoutABackendSaysWhatToAdd() throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.withoutBackend(Train.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().replaceFirst("failed: .*\\R", "failed: CAUSE.\n").strip())
        .isEqualTo(
            """
            IllegalStateException: No ND4J backend runs here.
              Expected a backend on the class path, such as `org.nd4j:nd4j-native:1.0.0-M2.1` with \
            the classifier of this platform, but loading it failed: CAUSE.
              Fix: add `nd4j-native` and, with a classifier such as `linux-x86_64`, `nd4j-native`, \
            `openblas` and `javacpp` to the dependencies.""");
  }

  @Test
  void badDescriptionsAndBadDataAreFoundWithoutABackend() throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.withoutBackend(TrainOnBadData.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip())
        .isEqualTo(
            """
            Training of network `xor` is not valid: 1 problem.
              1. Training data has 1 feature in each sample but the network takes `input(2)`.
                 Fix: use `input(1)`, or give samples of 2 features.""");
  }

  /** What the first child runs. */
  static final class Train {

    private Train() {}

    public static void main(String[] arguments) {
      try {
        System.out.println(Trainer.create().train(Xor.network(), Xor.plan(), Xor.data()));
      } catch (IllegalStateException e) {
        System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
  }

  /** What the second child runs. */
  static final class TrainOnBadData {

    private TrainOnBadData() {}

    public static void main(String[] arguments) {
      Dataset narrow = Dataset.of(new double[2][1], new int[2]);
      try {
        System.out.println(Trainer.create().train(Xor.network(), Xor.plan(), narrow));
      } catch (InvalidDescriptionException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
