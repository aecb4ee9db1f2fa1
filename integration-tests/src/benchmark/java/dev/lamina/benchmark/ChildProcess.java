package dev.lamina.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A JVM of its own for one system with one setting.
 *
 * @param name of system and setting
 * @param errors the file that its standard error goes to
 */
record ChildProcess(String name, Process process, BufferedReader answers, Path errors)
    implements AutoCloseable {

  /**
   * For every system alike: JavaCPP lets a process have native memory by the size of its heap, and
   * at the JVM's own size those of hand-written DL4J together can take more than there is.
   */
  private static final String HEAP = "-Xmx1g";

  private static final long PATIENCE_MINUTES = 10;
  private static final long FAREWELL_SECONDS = 5;

  /** Starts the program of a class that takes the name of a system. */
  static ChildProcess start(Class<?> program, Contestant system, Setting setting, Options options) {
    String name = system.id() + " (" + setting.name() + ")";
    try {
      Path folder = Files.createDirectories(options.output().resolve("benchmark"));
      Path errors =
          folder.resolve("%s-%s.err".formatted(system.id(), setting.name().replace(' ', '-')));
      ProcessBuilder builder =
          new ProcessBuilder(command(program, system, setting)).redirectError(errors.toFile());
      setting.apply(builder);
      Process process = builder.start();
      return new ChildProcess(name, process, process.inputReader(), errors);
    } catch (IOException exception) {
      throw new UncheckedIOException("Cannot start " + name, exception);
    }
  }

  private static List<String> command(Class<?> program, Contestant system, Setting setting) {
    String classPath = System.getProperty("java.class.path");
    List<String> entries = system.classPath(Stream.of(classPath.split(File.pathSeparator, -1)));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    command.addAll(setting.jvmArguments());
    command.addAll(List.of("-classpath", String.join(File.pathSeparator, entries)));
    command.addAll(List.of(program.getName(), system.id()));
    return command;
  }

  /** Sends a line. */
  void tell(String line) {
    try {
      Writer orders = process.outputWriter();
      orders.write(line + "\n");
      orders.flush();
    } catch (IOException exception) {
      throw failure("cannot be told `%s`: %s".formatted(line, exception.getMessage()));
    }
  }

  /** The next line that it prints. */
  String line() {
    CompletableFuture<String> read = CompletableFuture.supplyAsync(this::read);
    try {
      String line = read.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (line == null) {
        process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS);
        throw failure("ended");
      }
      return line;
    } catch (TimeoutException exception) {
      throw failure("does not answer");
    } catch (ExecutionException exception) {
      throw failure(exception.getCause().toString());
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for");
    }
  }

  private String read() {
    try {
      return answers.readLine();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** What went wrong, with what the process said to it. */
  IllegalStateException failure(String what) {
    String state = process.isAlive() ? "" : ", exit status " + process.exitValue();
    return new IllegalStateException("%s %s%s%n%s".formatted(name, what, state, lastWords()));
  }

  private String lastWords() {
    try {
      return Files.readString(errors).strip();
    } catch (IOException exception) {
      return "(its standard error cannot be read: " + exception.getMessage() + ")";
    }
  }

  /** Ends it: without orders it has nothing to do. */
  @Override
  public void close() {
    try {
      process.outputWriter().close();
      if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException exception) {
      process.destroyForcibly();
    } catch (InterruptedException exception) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
