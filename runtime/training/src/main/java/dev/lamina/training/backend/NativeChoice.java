package dev.lamina.training.backend;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;

/**
 * Which native code is loaded: of what is on the class path, the first that the processor can run.
 *
 * <p>JavaCPP by itself takes the first, and ND4J ends the JVM if the processor cannot run it.
 *
 * @param present what is on the class path, in JavaCPP's order
 * @param avx the vector instructions of the processor, as {@link NativeVariant#avx} counts them
 */
record NativeChoice(List<NativeVariant> present, int avx) {

  private static final String EXTENSION = "platform.extension";

  /** The choice on this class path and processor. */
  static NativeChoice here() {
    List<NativeVariant> present = NativeVariant.onClassPath();
    boolean runsAnywhere = present.stream().allMatch(variant -> variant.avx() == 0);
    return new NativeChoice(present, runsAnywhere ? 0 : Processor.avx());
  }

  /**
   * Loads native code, with JavaCPP told what to take where it would go wrong and the user did not
   * say.
   *
   * @throws IllegalStateException if the processor can run nothing of what is there
   */
  void during(Runnable loading) {
    if (present.isEmpty() || runs(present.get(0))) {
      loading.run();
      return;
    }
    Properties settings = Loader.loadProperties();
    if (settings.containsKey(EXTENSION)) {
      loading.run();
      return;
    }
    settings.setProperty(EXTENSION, chosen().extension());
    try {
      loading.run();
    } finally {
      settings.remove(EXTENSION); // it holds for every library that JavaCPP loads
    }
  }

  /** What is taken of something. */
  NativeVariant chosen() {
    return present.stream().filter(this::runs).findFirst().orElseThrow(this::refusal);
  }

  private boolean runs(NativeVariant variant) {
    return variant.avx() <= avx;
  }

  private IllegalStateException refusal() {
    return new IllegalStateException(
        """
        No ND4J backend runs here.
          Expected native code for every processor of this platform, but the class path has only %s, \
        which needs a newer processor.
          Fix: add `nd4j-native` with the classifier `%s` to the dependencies."""
            .formatted(
                present.stream()
                    .map(variant -> "`" + variant.classifier() + "`")
                    .collect(joining(" and ")),
                NativeVariant.PLAIN.classifier()));
  }
}
