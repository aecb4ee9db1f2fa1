package dev.lamina.training.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** The processor as the JVM sees it. */
final class Processor {

  private Processor() {}

  /**
   * The vector instructions that the JVM's own compiler uses, which {@code -XX:UseAVX} lowers: 2
   * for AVX2, 3 for AVX-512, less for older processors, and 0 where the JVM does not say.
   */
  static int avx() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (jvm == null) {
      return 0;
    }
    try {
      return Integer.parseInt(jvm.getVMOption("UseAVX").getValue());
    } catch (IllegalArgumentException notOnThisPlatform) {
      return 0;
    }
  }
}
