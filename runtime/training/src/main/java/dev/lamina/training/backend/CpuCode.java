package dev.lamina.training.backend;

import java.util.List;
import java.util.Map;

/**
 * ND4J's code for the processor, as far as it is on the class path, and what the processor can do.
 *
 * @param isThere whether its Java part is
 * @param platform what its native part is called for this system, such as {@code linux-x86_64}
 * @param classifiers the native parts for it, in the order of choice
 * @param missing the other libraries that it needs and that are not there for this platform
 * @param avx the processor's vector instructions: 3 for AVX-512, 2 for AVX2, less for none of these
 */
public record CpuCode(
    boolean isThere, String platform, List<String> classifiers, List<String> missing, int avx) {

  /** What the native part needs beside it, and the file of each. */
  private static final Map<String, String> OTHERS =
      Map.of("javacpp", "jnijavacpp", "openblas", "jniopenblas_nolapack");

  /** Copies the lists. */
  public CpuCode {
    classifiers = List.copyOf(classifiers);
    missing = List.copyOf(missing);
  }

  /** What is on this class path, on this processor. */
  public static CpuCode here() {
    return new CpuCode(
        BackendKind.CPU.isOnClassPath(),
        NativeVariant.PLAIN.classifier(),
        NativeVariant.onClassPath().stream().map(NativeVariant::classifier).toList(),
        OTHERS.keySet().stream().filter(name -> !has(name)).sorted().toList(),
        Processor.avx());
  }

  /** Whether nothing is missing, as far as can be told without loading it. */
  public boolean canCompute() {
    return isThere && !classifiers.isEmpty() && missing.isEmpty();
  }

  private static boolean has(String name) {
    String file = System.mapLibraryName(OTHERS.get(name));
    return CpuCode.class.getResource(
            "/org/bytedeco/" + name + "/" + NativeVariant.PLAIN.classifier() + "/" + file)
        != null;
  }
}
