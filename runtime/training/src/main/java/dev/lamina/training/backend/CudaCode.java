package dev.lamina.training.backend;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * ND4J's code for NVIDIA's cards, as far as it is on the class path.
 *
 * @param platform what JavaCPP calls this system, such as {@code linux-x86_64}
 * @param isThere whether its Java part is
 * @param classifiers its native part for this platform, with cuDNN and without
 * @param hasBindings whether JavaCPP's way to NVIDIA's libraries is
 */
public record CudaCode(
    String platform, boolean isThere, List<String> classifiers, boolean hasBindings) {

  /** The CUDA that it was built with. */
  static final String VERSION = "11.6";

  /** Where the native part is. */
  private static final String BINDINGS = "/org/nd4j/linalg/jcublas/bindings/";

  private static final String CUDNN = "-cudnn";

  /** Copies the list. */
  public CudaCode {
    classifiers = List.copyOf(classifiers);
  }

  /** What is on this class path. */
  public static CudaCode here() {
    String platform = Loader.Detector.getPlatform();
    return new CudaCode(
        platform,
        BackendKind.CUDA.isOnClassPath(),
        Stream.of(platform, platform + CUDNN).filter(CudaCode::hasNative).toList(),
        has("/org/bytedeco/cuda/" + platform + "/", "jnicudart"));
  }

  /** Nothing of it. */
  static CudaCode none() {
    return new CudaCode(Loader.Detector.getPlatform(), false, List.of(), false);
  }

  /** Whether the native part calls cuDNN, which must be there then. */
  boolean needsCudnn() {
    return classifiers.stream().anyMatch(classifier -> classifier.endsWith(CUDNN));
  }

  /** Why it cannot be loaded, whatever the machine. */
  Optional<Obstacle> obstacle() {
    if (!isThere) {
      return Optional.of(
          new Obstacle(
              "`nd4j-cuda-" + VERSION + "` is not on the class path",
              "add `org.nd4j:nd4j-cuda-%1$s:1.0.0-M2.1`, again with the classifier `%2$s`, and"
                      .formatted(VERSION, platform)
                  + " `org.bytedeco:cuda:11.6-8.3-1.5.7` with that classifier"));
    }
    if (classifiers.isEmpty()) {
      return Optional.of(
          new Obstacle(
              "the class path has no native code of `nd4j-cuda-%s` for `%s`"
                  .formatted(VERSION, platform),
              "add `org.nd4j:nd4j-cuda-%s:1.0.0-M2.1` with that classifier: there is one for"
                      .formatted(VERSION)
                  + " `linux-x86_64` and `windows-x86_64`"));
    }
    return hasBindings
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                "the class path has no native code of `org.bytedeco:cuda` for `%s`"
                    .formatted(platform),
                "add `org.bytedeco:cuda:11.6-8.3-1.5.7` with that classifier"));
  }

  private static boolean hasNative(String classifier) {
    return has(BINDINGS + classifier + "/", "jnind4jcuda");
  }

  private static boolean has(String folder, String library) {
    return CudaCode.class.getResource(folder + System.mapLibraryName(library)) != null;
  }
}
