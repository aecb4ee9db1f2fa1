package dev.lamina.training.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What there is to compute with, and what of it was loaded.
 *
 * @param cpuOnClassPath whether ND4J's backend for the CPU is on the class path
 * @param cudaOnClassPath whether its backend for NVIDIA cards is
 * @param platform what its native code is called for this system, such as {@code linux-x86_64}
 * @param classifiers the native code for it that is on the class path, in the order of choice
 * @param missing the other libraries that it needs and that are not on the class path for it
 * @param avx the processor's vector instructions: 3 for AVX-512, 2 for AVX2, less for none of these
 * @param loaded what computes, if anything does
 * @param failure why nothing does, otherwise
 */
public record BackendFacts(
    boolean cpuOnClassPath,
    boolean cudaOnClassPath,
    String platform,
    List<String> classifiers,
    List<String> missing,
    int avx,
    Optional<Loaded> loaded,
    Optional<String> failure) {

  private static final String CPU = "/org/nd4j/linalg/cpu/nativecpu/CpuBackend.class";
  private static final String CUDA = "/org/nd4j/linalg/jcublas/JCublasBackend.class";

  /** What ND4J's native code needs beside it, and the file of each. */
  private static final Map<String, String> OTHERS =
      Map.of("javacpp", "jnijavacpp", "openblas", "jniopenblas_nolapack");

  /**
   * What computes.
   *
   * @param backend ND4J's name of it
   * @param platform whose native code it is, where it is for the CPU
   * @param folder where that was unpacked
   * @param blas what multiplies matrices
   * @param threads how many native threads share a large product
   * @param physicalBytes how much memory the process may take before JavaCPP refuses more; 0 for
   *     any
   */
  public record Loaded(
      String backend,
      String platform,
      Optional<Path> folder,
      String blas,
      int threads,
      long physicalBytes) {

    private static Loaded here() {
      Optional<String> library = Optional.ofNullable(Loader.getLoadedLibraries().get("jnind4jcpu"));
      return new Loaded(
          Nd4j.getBackend().getClass().getSimpleName(),
          Backend.description(),
          library.map(file -> Path.of(file).getParent()),
          Nd4j.factory().blas().getBlasVendor().toString(),
          NativeThreads.available(),
          Pointer.maxPhysicalBytes());
    }
  }

  /** Finds out, and loads the backend for it. */
  public static BackendFacts here() {
    Optional<Loaded> loaded = Optional.empty();
    Optional<String> failure = Optional.empty();
    try {
      Backend.require();
      loaded = Optional.of(Loaded.here());
    } catch (IllegalStateException none) { // which is a fact too
      failure = Optional.of(first(none).toString());
    }
    return new BackendFacts(
        isOnClassPath(CPU),
        isOnClassPath(CUDA),
        NativeVariant.PLAIN.classifier(),
        NativeVariant.onClassPath().stream().map(NativeVariant::classifier).toList(),
        OTHERS.keySet().stream().filter(name -> !isOnClassPath(library(name))).sorted().toList(),
        Processor.avx(),
        loaded,
        failure);
  }

  private static String library(String name) {
    String file = System.mapLibraryName(OTHERS.get(name));
    return "/org/bytedeco/" + name + "/" + NativeVariant.PLAIN.classifier() + "/" + file;
  }

  /** What all others came from. */
  private static Throwable first(Throwable thrown) {
    Throwable first = thrown;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first;
  }

  private static boolean isOnClassPath(String name) {
    return BackendFacts.class.getResource(name) != null;
  }
}
