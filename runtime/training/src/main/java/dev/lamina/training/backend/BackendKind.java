package dev.lamina.training.backend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the two things that can compute. */
public enum BackendKind {
  /** The processor: {@code nd4j-native}. */
  CPU("org.nd4j.linalg.cpu.nativecpu.CpuBackend"),
  /** NVIDIA's cards: {@code nd4j-cuda-11.6}. */
  CUDA("org.nd4j.linalg.jcublas.JCublasBackend");

  private final String nd4j;

  BackendKind(String nd4j) {
    this.nd4j = nd4j;
  }

  /** The class by which ND4J knows it. */
  String nd4j() {
    return nd4j;
  }

  /** Whether that is on the class path. */
  boolean isOnClassPath() {
    return BackendKind.class.getResource("/" + nd4j.replace('.', '/') + ".class") != null;
  }

  /** The one that ND4J knows by this class. */
  static BackendKind of(Class<?> backend) {
    return Arrays.stream(values())
        .filter(kind -> kind.nd4j.equals(backend.getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("ND4J loaded " + backend.getName()));
  }

  /** The one of this name, in letters of any case. */
  static Optional<BackendKind> named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(name.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
