package dev.lamina.training.doctor;

import java.lang.management.ManagementFactory;

/**
 * The Java machine.
 *
 * @param feature its version as one number, such as 17
 * @param name what it calls itself
 * @param heap how many bytes its heap may have
 * @param nativeAccess whether it was told to allow native code
 */
record Jvm(int feature, String name, long heap, boolean nativeAccess) {

  /** This one. */
  static Jvm here() {
    boolean nativeAccess =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.startsWith("--enable-native-access"));
    return new Jvm(
        Runtime.version().feature(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        Runtime.getRuntime().maxMemory(),
        nativeAccess);
  }
}
