package dev.lamina.training.backend;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * A build of ND4J's native code, called by what its name has after that of the platform.
 *
 * <p>They are in the order in which JavaCPP takes the first that is on the class path.
 */
enum NativeVariant {
  COMPAT("-compat", 0),
  AVX512("-avx512", 3),
  AVX2("-avx2", 2),
  ONEDNN_AVX2("-onednn-avx2", 2),
  ONEDNN_AVX512("-onednn-avx512", 3),
  ONEDNN("-onednn", 0),
  PLAIN("", 0);

  private static final String BINDINGS = "/org/nd4j/linalg/cpu/nativecpu/bindings/";

  private final String extension;
  private final int avx;

  NativeVariant(String extension, int avx) {
    this.extension = extension;
    this.avx = avx;
  }

  /** Those that are on the class path for this platform. */
  static List<NativeVariant> onClassPath() {
    return Stream.of(values()).filter(NativeVariant::isOnClassPath).toList();
  }

  /** What JavaCPP calls the extension of the platform. */
  String extension() {
    return extension;
  }

  /** What its jar has as classifier. */
  String classifier() {
    return Loader.Detector.getPlatform() + extension;
  }

  /** Which vector instructions it is made of: 2 for AVX2, 3 for AVX-512, 0 for none of these. */
  int avx() {
    return avx;
  }

  private boolean isOnClassPath() {
    // That of JavaCPP, which is called alike everywhere: Windows has no nd4jcpu.dll.
    String library = System.mapLibraryName("jnind4jcpu");
    return NativeVariant.class.getResource(BINDINGS + classifier() + "/" + library) != null;
  }
}
