package dev.lamina.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the samples, and so users, have on the class path when they run. */
class ClassPathTest {

  /** Libraries of DL4J that no path of Lamina loads: see record 0009. */
  private static final String LEFT_OUT =
      "(commons-codec|commons-compress|commons-net|error_prone_annotations|fastutil|gson|jna"
          + "|jna-platform|neoitertools|oshi-core|resources|threetenbp)-.*";

  private static final String OF_TESTS =
      "(apiguardian|archunit|assertj|byte-buddy|junit|opentest4j)-.*";

  /** Jars of native code end in the platform. */
  private static final String NATIVE = ".*-(linux|macosx|windows)-.*";

  private static final String OURS = "lamina-.*";

  /** What the profile {@code cuda} adds, at a size of its own. */
  private static final String OF_CUDA = "(nd4j-cuda|cuda)-.*";

  private static final String OF_SEARCH = "arbiter-.*|hipparchus-.*";
  private static final long MEGABYTE = 1_000_000;

  @Test
  void librariesThatNothingLoadsAreNotThere() {
    List<String> names = names(jars());

    assertThat(names).anyMatch(name -> name.startsWith("deeplearning4j-nn-"));
    assertThat(names).noneMatch(name -> name.matches(LEFT_OUT));
  }

  @Test
  void theJavaLibrariesTakeLessThanThirtyMegabytes() {
    List<Path> java =
        jars().filter(jar -> !name(jar).matches(NATIVE + "|" + OURS + "|" + OF_SEARCH)).toList();

    assertThat(java).hasSizeBetween(20, 34);
    assertThat(bytes(java)).as("%s", java).isBetween(20 * MEGABYTE, 30 * MEGABYTE);
  }

  @Test
  void whatSearchAddsTakesLessThanThreeMegabytes() {
    List<Path> ofSearch = jars().filter(jar -> name(jar).matches(OF_SEARCH)).toList();

    assertThat(ofSearch).hasSize(3);
    assertThat(bytes(ofSearch)).as("%s", ofSearch).isLessThan(3 * MEGABYTE);
  }

  @Test
  void theNativeCodeTakesLessThanTwoHundredMegabytes() {
    List<Path> ofPlatform = jars().filter(jar -> name(jar).matches(NATIVE)).toList();

    assertThat(ofPlatform).hasSizeBetween(3, 5);
    assertThat(bytes(ofPlatform)).as("%s", ofPlatform).isLessThan(200 * MEGABYTE);
  }

  private static Stream<Path> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .filter(jar -> !name(jar).matches(OF_TESTS + "|" + OF_CUDA));
  }

  private static List<String> names(Stream<Path> jars) {
    return jars.map(ClassPathTest::name).toList();
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  private static long bytes(List<Path> jars) {
    return jars.stream().mapToLong(ClassPathTest::bytes).sum();
  }

  private static long bytes(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
