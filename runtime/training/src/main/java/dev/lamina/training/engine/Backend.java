package dev.lamina.training.engine;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** The ND4J backend that computes. */
public final class Backend {

  private static final SystemProperty QUIET =
      SystemProperty.of("org.nd4j.log.initialization", "false");

  /** JavaCPP would read the size of the process at each allocation, a quarter of a small step. */
  private static final SystemProperty UNWATCHED =
      new SystemProperty(
          "org.bytedeco.javacpp.maxPhysicalBytes",
          "0",
          List.of(
              "org.bytedeco.javacpp.maxPhysicalBytes",
              "org.bytedeco.javacpp.maxphysicalbytes",
              "org.bytedeco.javacpp.maxBytes",
              "org.bytedeco.javacpp.maxbytes"));

  private Backend() {}

  /**
   * The platform whose native code computes, such as {@code linux-x86_64-avx2}: another one for the
   * same machine gives results that differ in their last digits.
   *
   * @throws IllegalStateException if no backend runs here
   */
  public static String platform() {
    require();
    Path library = Path.of(Loader.getLoadedLibraries().get("jnind4jcpu"));
    return library.getParent().getFileName().toString();
  }

  /**
   * Loads the backend, unless it is loaded already: with the fastest native code on the class path
   * that the processor can run, without its banner in the log, and without a limit on the physical
   * memory of the process unless the user sets one for JavaCPP.
   *
   * @throws IllegalStateException if there is none that runs here
   */
  static void require() {
    try {
      QUIET.during(() -> UNWATCHED.during(() -> Here.CHOICE.during(Nd4j::getBackend)));
    } catch (LinkageError error) {
      throw new IllegalStateException(
          """
          No ND4J backend runs here.
            Expected a backend on the class path, such as `org.nd4j:nd4j-native:1.0.0-M2.1` with the \
          classifier of this platform, but loading it failed: %s.
            Fix: add `nd4j-native` and, with a classifier such as `linux-x86_64`, `nd4j-native`, `openblas` \
          and `javacpp` to the dependencies."""
              .formatted(error),
          error);
    }
  }

  /** Found out once, as looking through the class path takes a while. */
  private static final class Here {

    private static final NativeChoice CHOICE = NativeChoice.here();

    private Here() {}
  }
}
