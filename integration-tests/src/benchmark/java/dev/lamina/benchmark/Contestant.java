package dev.lamina.benchmark;

import dev.lamina.benchmark.work.Work;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The systems that are compared. */
enum Contestant {
  /** Lamina in an untouched environment. */
  LAMINA("lamina"),
  /** DL4J as most people write it, in an untouched environment. */
  DL4J_DEFAULT("dl4j-default"),
  /** The same code with what those set who know: threads, and no looks at physical memory. */
  DL4J_TUNED("dl4j-tuned"),
  /** DJL with PyTorch. */
  DJL_PYTORCH("djl-pytorch");

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** Where DJL gains from more than one thread. */
  private static final Set<Work> LARGE_FOR_DJL =
      Collections.unmodifiableSet(EnumSet.of(Work.STEP_C, Work.STEP_D, Work.ROWS_C));

  private final String id;

  Contestant(String id) {
    this.id = id;
  }

  /** The system of this name. */
  static Contestant of(String id) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no system `%s`; there are %s"
                        .formatted(id, Arrays.stream(values()).map(Contestant::id).toList())));
  }

  String id() {
    return id;
  }

  /** What is tried for each work; the fastest counts. */
  List<Setting> settings() {
    return switch (this) {
      case LAMINA, DL4J_DEFAULT -> List.of(Setting.untouched());
      case DL4J_TUNED -> threads().mapToObj(Contestant::tuned).toList();
      case DJL_PYTORCH -> threads().mapToObj(Contestant::pytorch).toList();
    };
  }

  /** What is fastest as a rule, where there is no time to try: more threads for large products. */
  Setting usual(Work work) {
    List<Setting> settings = settings();
    boolean large = this == DJL_PYTORCH ? LARGE_FOR_DJL.contains(work) : work == Work.STEP_D;
    return settings.get(large ? settings.size() - 1 : 0);
  }

  private static IntStream threads() {
    return IntStream.of(1, PROCESSORS).distinct();
  }

  /** With JavaCPP's limit of memory, which bounds what waits for Java's collector. */
  private static Setting tuned(int threads) {
    return Setting.threads(threads);
  }

  /** Nothing is downloaded, and nobody is told. */
  private static Setting pytorch(int threads) {
    return Setting.threads(
        threads,
        "-Dai.djl.pytorch.num_threads=" + threads,
        "-Dai.djl.pytorch.num_interop_threads=1",
        "-Dai.djl.offline=true",
        "-DOPT_OUT_TRACKING=true");
  }

  /** Why it cannot run here. */
  Optional<String> obstacle() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch");
    boolean supported =
        this != DJL_PYTORCH || (system.contains("linux") && architecture.equals("amd64"));
    return supported
        ? Optional.empty()
        : Optional.of(
            "the benchmark brings PyTorch for linux amd64 only, and this is %s %s"
                .formatted(system, architecture));
  }

  /** Without the libraries of the others, which would cost time to look through. */
  List<String> classPath(Stream<String> all) {
    return all.filter(entry -> !isForeign(entry.replace('\\', '/'))).toList();
  }

  private boolean isForeign(String entry) {
    boolean djl = entry.contains("/ai/djl/");
    boolean dl4j =
        Stream.of("/org/deeplearning4j/", "/org/nd4j/", "/org/bytedeco/").anyMatch(entry::contains);
    return entry.contains("/org/openjdk/jmh/") || (this == DJL_PYTORCH ? dl4j : djl);
  }
}
