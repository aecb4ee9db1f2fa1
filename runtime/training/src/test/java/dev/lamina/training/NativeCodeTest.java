package dev.lamina.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.backend.Backend;
import dev.lamina.training.backend.OldProcessor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Which of the native code on the class path runs, where there are two. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class NativeCodeTest {

  private static final String NONE = "";
  private static final String OF_EVERY_PROCESSOR = "nd4j-native-.*(linux|windows)-x86_64\\.jar";

  @Test
  void theSlowerOneRunsOnAProcessorWithoutAvx2() throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.of(OldProcessor.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip()).endsWith("-x86_64, which learned");
  }

  @Test
  void aProcessorWithoutAvx2IsToldWhatToAdd() throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.without(OF_EVERY_PROCESSOR, List.of(), OldProcessor.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip())
        .startsWith("IllegalStateException: No ND4J backend runs here.")
        .contains("-x86_64-avx2`, which needs a newer processor");
  }

  @Test
  void theOneThatTheUserNamesRuns() throws IOException, InterruptedException {
    List<String> plain = List.of("-Dorg.bytedeco.javacpp.platform.extension=");

    ChildJvm child = ChildJvm.without(NONE, plain, Train.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip()).endsWith("-x86_64, which learned");
  }

  /** What the last child runs. */
  static final class Train {

    private Train() {}

    public static void main(String[] arguments) {
      boolean learned = Double.isFinite(Xor.trained().evaluate(Xor.data()).loss());
      System.out.println(Backend.platform() + (learned ? ", which learned" : ""));
    }
  }
}
