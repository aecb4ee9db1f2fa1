package dev.lamina.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * JavaCPP's limit on the physical memory of the process, which costs a look at every allocation.
 */
class NativeMemoryLimitTest {

  private static final String EVERY_JAR = "";

  @ParameterizedTest
  @CsvSource({
    "-Dunrelated=1, 0, false",
    "-Dorg.bytedeco.javacpp.maxPhysicalBytes=9g, 9663676416, true",
    "-Dorg.bytedeco.javacpp.maxphysicalbytes=9g, 9663676416, false",
    "-Dorg.bytedeco.javacpp.maxBytes=5g, 5771362304, false"
  })
  void thereIsNoneUnlessTheUserSetsOne(String option, long limit, boolean propertyIsSet)
      throws IOException, InterruptedException {
    List<String> options = List.of("-Xmx128m", "-XX:+UseG1GC", option);

    ChildJvm child = ChildJvm.without(EVERY_JAR, options, Train.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().strip())
        .isEqualTo("xor: limit %d, property %s", limit, propertyIsSet);
  }

  /** What the children run. */
  static final class Train {

    private Train() {}

    public static void main(String[] arguments) {
      System.out.printf(
          "%s: limit %d, property %s%n",
          Xor.trained().network().name(),
          Pointer.maxPhysicalBytes(),
          System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") != null);
    }
  }
}
