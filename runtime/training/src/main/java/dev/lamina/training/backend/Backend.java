package dev.lamina.training.backend;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ND4J backend that computes.
 *
 * <p>Whatever trains or loads a model chooses it, once for the process: what {@code
 * -Dlamina.backend=cpu|cuda} asks for, or else the environment variable {@code LAMINA_BACKEND};
 * where nothing asks, CUDA if it is on the class path and can compute on this machine, and
 * otherwise the CPU, with a line in the log that says why not CUDA.
 */
public final class Backend {

  private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
  private static final String LOG_INITIALIZATION = "org.nd4j.log.initialization";

  /** By which JavaCPP knows the native code of each. */
  private static final String CPU_LIBRARY = "jnind4jcpu";

  private static final String CUDA_LIBRARY = "jnind4jcuda";

  private Backend() {}

  /**
   * Chooses as the class says, and loads what was chosen unless something is loaded already.
   *
   * @return what computes from now on
   * @throws IllegalStateException if what was asked for cannot compute here, or nothing can
   */
  public static BackendChoice choose() {
    Optional<Asked> asked = Asked.by(System.getProperties(), System.getenv());
    return asked.isPresent() ? asked(asked.get()) : loaded(Automatic.CHOICE, false);
  }

  /**
   * Chooses this one, whatever else asks for another, and loads it; the system property says so
   * from then on.
   *
   * @return what computes from now on
   * @throws IllegalStateException if it cannot compute here, or another is loaded already
   */
  public static BackendChoice choose(BackendKind kind) {
    BackendChoice choice = asked(Asked.byCode(kind));
    System.setProperty(Asked.PROPERTY, kind.name().toLowerCase(Locale.ROOT));
    return choice;
  }

  /**
   * The native code that computes, such as {@code linux-x86_64-avx2} or {@code
   * cuda-11.6-linux-x86_64}: another one for the same machine gives results that differ in their
   * last digits.
   *
   * @throws IllegalStateException if no backend runs here
   */
  public static String platform() {
    return choose().kind() == BackendKind.CPU
        ? folder(CPU_LIBRARY)
        : "cuda-" + CudaCode.VERSION + "-" + folder(CUDA_LIBRARY);
  }

  private static String folder(String library) {
    Path file = Path.of(Loader.getLoadedLibraries().get(library));
    return file.getParent().getFileName().toString();
  }

  private static BackendChoice asked(Asked asked) {
    return loaded(
        asked.kind() == BackendKind.CPU
            ? BackendChoice.asked(asked, CudaMachine.none())
            : BackendChoice.asked(asked, Cards.MACHINE),
        true);
  }

  /** ND4J loads a backend once, perhaps before it was asked here. */
  private static BackendChoice loaded(BackendChoice choice, boolean isAsked) {
    load(choice);
    BackendKind loaded = BackendKind.of(Nd4j.getBackend().getClass());
    if (loaded == choice.kind()) {
      return choice;
    }
    if (isAsked) {
      throw new IllegalStateException(
          """
          ND4J computes with another backend already.
            Expected %s, %s, but %s was loaded before, and ND4J loads one in a process.
            Fix: call `Backend.choose(BackendKind.%s)` before all else that trains, predicts or uses ND4J."""
              .formatted(choice.kind(), choice.reason(), loaded, choice.kind()));
    }
    return loaded == BackendKind.CUDA
        ? BackendChoice.asked(Asked.byLoading(loaded), Cards.MACHINE)
        : new BackendChoice(loaded, "as it was loaded before");
  }

  /**
   * Loads the backend without its banner in the log, unless one is loaded already; on the CPU with
   * the fastest native code on the class path that the processor can run.
   */
  private static void load(BackendChoice choice) {
    String before = System.getProperty(LOG_INITIALIZATION);
    try {
      if (before == null) {
        System.setProperty(LOG_INITIALIZATION, "false");
      }
      if (choice.kind() == BackendKind.CPU) {
        Here.NATIVE.during(() -> amongOurs(choice.kind(), Nd4j::getBackend));
      } else {
        amongOurs(choice.kind(), Nd4j::getBackend);
      }
    } catch (LinkageError error) {
      throw choice.kind() == BackendKind.CPU ? noCpu(error) : noCuda(choice, error);
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
  private static void amongOurs(BackendKind kind, Runnable loading) {
    ClassLoader ours = Backend.class.getClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ours);
    ClassLoader known = ND4JClassLoading.getNd4jClassloader();
    try {
      if (BackendKind.CUDA.isOnClassPath()) {
        ND4JClassLoading.setNd4jClassloader(new OneBackend(ours, kind));
      }
      loading.run();
    } finally {
      ND4JClassLoading.setNd4jClassloader(known);
      thread.setContextClassLoader(before);
    }
  }

  private static IllegalStateException noCpu(LinkageError error) {
    return new IllegalStateException(
        """
        No ND4J backend runs here.
          Expected a backend on the class path, such as `org.nd4j:nd4j-native:1.0.0-M2.1` with the \
        classifier of this platform, but loading it failed: %s.
          Fix: add `nd4j-native` and, with a classifier such as `linux-x86_64`, `nd4j-native`, `openblas` \
        and `javacpp` to the dependencies."""
            .formatted(error),
        error);
  }

  private static IllegalStateException noCuda(BackendChoice choice, LinkageError error) {
    return new IllegalStateException(
        """
        CUDA does not run here.
          Expected ND4J's CUDA %s code to load, %s, but it failed: %s.
          Fix: start again with `-Dlamina.backend=cpu`: a process whose ND4J failed cannot try another."""
            .formatted(CudaCode.VERSION, choice.reason(), error),
        error);
  }

  /** Found out once, as looking through the class path takes a while. */
  private static final class Here {

    private static final NativeChoice NATIVE = NativeChoice.here();

    private Here() {}
  }

  /** Found out once, and only where CUDA may compute, as asking the driver takes a second. */
  private static final class Cards {

    private static final CudaMachine MACHINE = CudaMachine.here();

    private Cards() {}
  }

  /** What is chosen where nothing asks: said once, however often it is chosen. */
  private static final class Automatic {

    private static final BackendChoice CHOICE = announced();

    private Automatic() {}

    private static BackendChoice announced() {
      if (!BackendKind.CUDA.isOnClassPath()) {
        return BackendChoice.automatic(CudaMachine.none());
      }
      BackendChoice choice = BackendChoice.automatic(Cards.MACHINE);
      if (choice.kind() == BackendKind.CUDA) {
        LOG.info("CUDA computes, {}", choice.reason());
      } else {
        LOG.warn("The CPU computes, {}. `-Dlamina.backend=cpu` silences this.", choice.reason());
      }
      return choice;
    }
  }
}
