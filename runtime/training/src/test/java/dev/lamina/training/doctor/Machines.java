package dev.lamina.training.doctor;

import dev.lamina.training.backend.BackendChoice;
import dev.lamina.training.backend.BackendKind;
import dev.lamina.training.backend.CpuCode;
import dev.lamina.training.backend.CudaCode;
import dev.lamina.training.backend.CudaMachine;
import dev.lamina.training.backend.Nvidia;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Machines that are not here. */
final class Machines {

  static final Jvm JVM = new Jvm(17, "OpenJDK 64-Bit Server VM 17.0.12+7", 2_000_000_000, false);

  static final Host HOST =
      new Host("Linux 6.1, amd64", 4, OptionalLong.of(8_000_000_000L), Map.of());

  static final NativeCache CACHE = new NativeCache("/cache", OptionalLong.of(20_500_000_000L));

  /** ND4J's code for CUDA, on the class path. */
  static final CudaCode CUDA_CODE =
      new CudaCode("linux-x86_64", true, List.of("linux-x86_64"), true);

  private static final CudaMachine NO_CUDA =
      new CudaMachine(
          new CudaCode("linux-x86_64", false, List.of(), false), Nvidia.NONE, List.of(), List.of());

  private static final CpuCode CPU =
      new CpuCode(true, "linux-x86_64", List.of("linux-x86_64-avx2", "linux-x86_64"), List.of(), 3);

  private static final Trial TRIAL = new Trial(2e-16, 0.125, Optional.empty());

  private Machines() {}

  /** Where nothing is to be done. */
  static Machine fine() {
    return with(HOST);
  }

  /** The same but for the Java machine. */
  static Machine with(Jvm jvm) {
    return new Machine(jvm, HOST, computing(CPU, NO_CUDA), CACHE, Map.of(BackendKind.CPU, TRIAL));
  }

  /** The same but for the machine below. */
  static Machine with(Host host) {
    return new Machine(JVM, host, computing(CPU, NO_CUDA), CACHE, Map.of(BackendKind.CPU, TRIAL));
  }

  /** The same but for how a training went. */
  static Machine with(Trial trial) {
    return new Machine(JVM, HOST, computing(CPU, NO_CUDA), CACHE, Map.of(BackendKind.CPU, trial));
  }

  /** The same, whose native code is loaded from what is on the class path. */
  static Machine with(List<String> classifiers, int avx) {
    CpuCode other = new CpuCode(true, "linux-x86_64", classifiers, List.of(), avx);
    return new Machine(JVM, HOST, computing(other, NO_CUDA), CACHE, Map.of(BackendKind.CPU, TRIAL));
  }

  /** The same with this about CUDA. */
  static Machine with(CudaMachine cuda, Map<BackendKind, Trial> trials) {
    return new Machine(JVM, HOST, computing(CPU, cuda), CACHE, trials);
  }

  /** Where nothing computes. */
  static Machine without(boolean cpu, List<String> classifiers, List<String> missing) {
    CpuCode code = new CpuCode(cpu, "linux-x86_64", classifiers, missing, 2);
    return new Machine(
        JVM, HOST, silent(code, "java.lang.UnsatisfiedLinkError: no library"), CACHE, Map.of());
  }

  /** The same, with this folder for native code. */
  static Machine without(NativeCache cache) {
    return new Machine(
        JVM, HOST, silent(CPU, "java.lang.UnsatisfiedLinkError: no library"), cache, Map.of());
  }

  /** The same, for this reason. */
  static Machine without(String failure) {
    return new Machine(JVM, HOST, silent(CPU, failure), CACHE, Map.of());
  }

  private static BackendFacts silent(CpuCode cpu, String failure) {
    return new BackendFacts(cpu, NO_CUDA, Optional.empty(), Optional.of(failure));
  }

  private static BackendFacts computing(CpuCode cpu, CudaMachine cuda) {
    return new BackendFacts(
        cpu,
        cuda,
        Optional.of(
            new BackendFacts.Loaded(
                new BackendChoice(BackendKind.CPU, "the only one on the class path"),
                cpu.classifiers().get(0),
                Optional.of(Path.of("cache")),
                "OPENBLAS",
                4,
                8_000_000_000L)),
        Optional.empty());
  }
}
