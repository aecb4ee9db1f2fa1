package dev.lamina.integration.backend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * This machine with ND4J's Java code for CUDA on the class path, and with native code, a driver and
 * libraries of NVIDIA that are there but empty.
 *
 * @param folder where all of it is
 */
record SimulatedMachine(Path folder) {

  private static final String PLATFORM = "linux-x86_64";

  /** The first JDK that warns of native code, and what silences it. */
  private static final int JDK_THAT_WARNS = 24;

  private static final List<String> SILENT =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** What a program printed, and what it and the log printed to the other stream. */
  record Run(int code, List<String> output, List<String> errors) {}

  /** One with this driver, which prints this when asked for its cards; none if it is empty. */
  static SimulatedMachine with(Path folder, String cards) throws IOException {
    SimulatedMachine machine = new SimulatedMachine(folder);
    machine.create("classes/org/nd4j/linalg/jcublas/bindings/" + PLATFORM + "/libjnind4jcuda.so");
    machine.create("classes/org/bytedeco/cuda/" + PLATFORM + "/libjnicudart.so");
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("lib"));
    if (!cards.isEmpty()) {
      Path program = folder.resolve("bin/nvidia-smi");
      Files.writeString(program, "#!/bin/sh\necho '" + cards + "'\n");
      if (!program.toFile().setExecutable(true)) {
        throw new IOException(program + " cannot be made a program");
      }
    }
    return machine;
  }

  /** The same with NVIDIA's libraries. */
  SimulatedMachine withLibraries() throws IOException {
    for (String name :
        List.of("libcudart.so.11.0", "libcublas.so.11", "libcublasLt.so.11", "libcusolver.so.11")) {
      create("lib/" + name);
    }
    return this;
  }

  /** Runs the main method of this class in a process of its own. */
  Run run(Class<?> program, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    if (Runtime.version().feature() >= JDK_THAT_WARNS) {
      command.addAll(SILENT);
    }
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(classPath());
    command.add(program.getName());
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().merge("PATH", "", (path, none) -> folder.resolve("bin") + ":" + path);
    builder.environment().put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(program + " does not end");
    }
    return new Run(process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
  }

  /** As it is here, with the jar that this module's pom copies. */
  private String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "cuda"))) {
      return String.join(
          File.pathSeparator,
          jars.findFirst().orElseThrow().toAbsolutePath().toString(),
          folder.resolve("classes").toString(),
          System.getProperty("java.class.path"));
    }
  }

  private void create(String file) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.createFile(path);
  }
}
