package dev.lamina.training.engine;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** The ND4J backend that computes. */
public final class Backend {

  private static final String LOG_INITIALIZATION = "org.nd4j.log.initialization";

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

  /** {@link #platform}, or the name of ND4J's class where another than the CPU computes. */
  public static String description() {
    require();
    boolean cpu = Loader.getLoadedLibraries().containsKey("jnind4jcpu");
    return cpu ? platform() : Nd4j.getBackend().getClass().getSimpleName();
  }

  /**
   * Loads the backend, with the fastest native code on the class path that the processor can run
   * and without its banner in the log, unless it is loaded already.
   *
   * @throws IllegalStateException if there is none that runs here
   */
  static void require() {
    String before = System.getProperty(LOG_INITIALIZATION);
    try {
      if (before == null) {
        System.setProperty(LOG_INITIALIZATION, "false");
      }
      Here.CHOICE.during(() -> amongOurs(Nd4j::getBackend));
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
    } finally {
      if (before == null) {
        System.clearProperty(LOG_INITIALIZATION);
      }
    }
  }

  /**
   * Loads with the class loader of these classes as the thread's own: ND4J looks for backends in
   * that of the first thread that touches it, which in application servers knows of none.
   */
  private static void amongOurs(Runnable loading) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Backend.class.getClassLoader());
    try {
      loading.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Found out once, as looking through the class path takes a while. */
  private static final class Here {

    private static final NativeChoice CHOICE = NativeChoice.here();

    private Here() {}
  }
}
