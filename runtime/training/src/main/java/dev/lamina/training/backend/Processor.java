package dev.lamina.training.backend;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processor that this JVM runs on. */
final class Processor {

  /** What Linux says; to ask the JVM takes 25 milliseconds and a module that may be missing. */
  private static final String LINUX = "/proc/cpuinfo";

  private static final List<String> AVX2 = List.of("avx2", "fma");
  private static final List<String> AVX512 =
      List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

  private Processor() {}

  /** Its vector instructions: 3 for AVX-512, 2 for AVX2, less for none of these or not known. */
  static int avx() {
    Path file = Path.of(LINUX);
    return Files.isReadable(file) ? avx(flags(file)) : avxOfJvm();
  }

  /** The same, by the names that Linux has for what the processor can do. */
  static int avx(List<String> flags) {
    if (!flags.containsAll(AVX2)) {
      return 0;
    }
    return flags.containsAll(AVX512) ? 3 : 2;
  }

  /** The same, by what the JVM's own compiler uses, as {@code -XX:UseAVX} counts it. */
  static int avxOfJvm() {
    if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
      return 0;
    }
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (jvm == null) {
      return 0;
    }
    try {
      return Integer.parseInt(jvm.getVMOption("UseAVX").getValue());
    } catch (IllegalArgumentException notThisKindOfProcessor) {
      return 0; // whose virtual machine has no such option
    }
  }

  private static List<String> flags(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("flags")) {
        line = lines.readLine();
      }
      return line == null ? List.of() : List.of(line.split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
