package dev.lamina.training.doctor;

import dev.lamina.training.engine.BackendFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Machines that are not here. */
final class Machines {

  static final BackendFacts BACKEND =
      new BackendFacts(
          true,
          false,
          "linux-x86_64",
          List.of("linux-x86_64-avx2", "linux-x86_64"),
          List.of(),
          3,
          Optional.of(
              new BackendFacts.Loaded(
                  "CpuBackend",
                  "linux-x86_64-avx2",
                  Optional.of(Path.of("cache")),
                  "OPENBLAS",
                  4,
                  8_000_000_000L)),
          Optional.empty());

  static final Jvm JVM = new Jvm(17, "OpenJDK 64-Bit Server VM 17.0.12+7", 2_000_000_000, false);

  static final Host HOST =
      new Host("Linux 6.1, amd64", 4, OptionalLong.of(8_000_000_000L), Map.of());

  static final NativeCache CACHE = new NativeCache("/cache", OptionalLong.of(20_500_000_000L));

  private static final Trial TRIAL = new Trial(2e-16, 0.125, Optional.empty());

  private Machines() {}

  /** Where nothing is to be done. */
  static Machine fine() {
    return new Machine(JVM, HOST, BACKEND, CACHE, Nvidia.NONE, Optional.of(TRIAL));
  }

  /** The same but for the Java machine. */
  static Machine with(Jvm jvm) {
    return new Machine(jvm, HOST, BACKEND, CACHE, Nvidia.NONE, Optional.of(TRIAL));
  }

  /** The same but for the machine below. */
  static Machine with(Host host) {
    return new Machine(JVM, host, BACKEND, CACHE, Nvidia.NONE, Optional.of(TRIAL));
  }

  /** The same but for how a training went. */
  static Machine with(Trial trial) {
    return new Machine(JVM, HOST, BACKEND, CACHE, Nvidia.NONE, Optional.of(trial));
  }

  /** The same but for the cards. */
  static Machine with(Nvidia nvidia, boolean cudaOnClassPath) {
    BackendFacts both =
        new BackendFacts(
            true,
            cudaOnClassPath,
            BACKEND.platform(),
            BACKEND.classifiers(),
            BACKEND.missing(),
            BACKEND.avx(),
            BACKEND.loaded(),
            BACKEND.failure());
    return new Machine(JVM, HOST, both, CACHE, nvidia, Optional.of(TRIAL));
  }

  /** The same, whose native code is loaded from what is on the class path. */
  static Machine with(List<String> classifiers, int avx) {
    BackendFacts other =
        new BackendFacts(
            true,
            false,
            BACKEND.platform(),
            classifiers,
            List.of(),
            avx,
            BACKEND.loaded(),
            Optional.empty());
    return new Machine(JVM, HOST, other, CACHE, Nvidia.NONE, Optional.of(TRIAL));
  }

  /** Where nothing computes. */
  static Machine without(boolean cpu, List<String> classifiers, List<String> missing) {
    BackendFacts none =
        new BackendFacts(
            cpu,
            false,
            BACKEND.platform(),
            classifiers,
            missing,
            2,
            Optional.empty(),
            Optional.of("java.lang.UnsatisfiedLinkError: no library"));
    return new Machine(JVM, HOST, none, CACHE, Nvidia.NONE, Optional.empty());
  }

  /** The same, with this folder for native code. */
  static Machine without(NativeCache cache) {
    BackendFacts none = without(true, BACKEND.classifiers(), List.of()).backend();
    return new Machine(JVM, HOST, none, cache, Nvidia.NONE, Optional.empty());
  }
}
