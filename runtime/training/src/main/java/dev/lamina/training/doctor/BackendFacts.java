package dev.lamina.training.doctor;

import dev.lamina.training.backend.Backend;
import dev.lamina.training.backend.BackendChoice;
import dev.lamina.training.backend.CpuCode;
import dev.lamina.training.backend.CudaMachine;
import dev.lamina.training.engine.NativeThreads;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What there is to compute with, and what of it was loaded.
 *
 * @param cpu ND4J's code for the processor
 * @param cuda that for NVIDIA's cards, and these
 * @param loaded what computes, if anything does
 * @param failure why nothing does, otherwise
 */
record BackendFacts(
    CpuCode cpu, CudaMachine cuda, Optional<Loaded> loaded, Optional<String> failure) {

  /**
   * What computes.
   *
   * @param choice which backend, and why
   * @param platform whose native code it is
   * @param folder where that was unpacked
   * @param blas what multiplies matrices
   * @param threads how many native threads share a large product
   * @param physicalBytes how much memory the process may take before JavaCPP refuses more; 0 for
   *     any
   */
  record Loaded(
      BackendChoice choice,
      String platform,
      Optional<Path> folder,
      String blas,
      int threads,
      long physicalBytes) {

    private static Loaded of(BackendChoice choice) {
      Optional<String> library = Optional.ofNullable(Loader.getLoadedLibraries().get("jnind4jcpu"));
      return new Loaded(
          choice,
          Backend.platform(),
          library.map(file -> Path.of(file).getParent()),
          Nd4j.factory().blas().getBlasVendor().toString(),
          NativeThreads.available(),
          Pointer.maxPhysicalBytes());
    }
  }

  /** Finds out, and loads the backend for it. */
  static BackendFacts here() {
    Optional<Loaded> loaded = Optional.empty();
    Optional<String> failure = Optional.empty();
    try {
      loaded = Optional.of(Loaded.of(Backend.choose()));
    } catch (IllegalStateException none) { // which is a fact too
      failure = Optional.of(said(none));
    }
    return new BackendFacts(CpuCode.here(), CudaMachine.here(), loaded, failure);
  }

  /** What all came from; Lamina's own refusals say where they are from themselves. */
  private static String said(IllegalStateException none) {
    Throwable first = none;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first == none ? none.getMessage() : first.toString();
  }
}
