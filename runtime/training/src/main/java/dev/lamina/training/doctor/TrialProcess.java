package dev.lamina.training.doctor;

import dev.lamina.training.backend.Backend;
import dev.lamina.training.backend.BackendChoice;
import dev.lamina.training.backend.BackendKind;
import dev.lamina.training.backend.Command;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A process of its own in which one backend trains, so that a crash there is none here. */
final class TrialProcess {

  /** Unpacking and loading 900 MB of CUDA's code takes a while the first time. */
  private static final int SECONDS = 180;

  private static final Pattern NUMBERS = Pattern.compile("\\w+: ([0-9.eE-]+) ([0-9.eE-]+)");

  private TrialProcess() {}

  /** How training goes on this backend. */
  static Trial run(BackendKind kind) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      Path result = Files.createTempFile("lamina", ".trial");
      try {
        Command program =
            new Command(
                List.of(
                    java,
                    "-cp",
                    classPath(),
                    TrialProcess.class.getName(),
                    kind.name(),
                    result.toString()),
                SECONDS);
        return program
            .answer()
            .map(answer -> trial(result, answer))
            .orElseGet(() -> failed("`" + java + "` cannot be started"));
      } finally {
        Files.delete(result);
      }
    } catch (IOException noFile) {
      return failed("its result could not be kept: " + noFile);
    }
  }

  /**
   * Trains on the backend of the first name, and writes how it went into the file of the second.
   */
  public static void main(String[] arguments) throws IOException {
    BackendChoice choice = Backend.choose(BackendKind.valueOf(arguments[0]));
    Trial trial = Trial.run();
    String text = trial.failure().orElse(trial.difference() + " " + trial.milliseconds());
    Files.writeString(Path.of(arguments[1]), choice.kind() + ": " + text);
  }

  /** Where nothing was written, the process was ended before; what it printed tells most. */
  private static Trial trial(Path file, Command.Answer answer) {
    try {
      String result = Files.readString(file);
      Matcher numbers = NUMBERS.matcher(result);
      if (numbers.matches()) {
        return new Trial(
            Double.parseDouble(numbers.group(1)),
            Double.parseDouble(numbers.group(2)),
            Optional.empty());
      }
      return failed(result.isEmpty() ? answer.text() : result);
    } catch (IOException unreadable) {
      return failed("its result could not be read: " + unreadable);
    }
  }

  private static Trial failed(String why) {
    return new Trial(Double.NaN, Double.NaN, Optional.of(why));
  }

  /** That of these classes: a program that runs within another has not that of its process. */
  private static String classPath() {
    return TrialProcess.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(TrialProcess::file)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static String file(URL url) {
    try {
      return Path.of(new URI(url.toString())).toString();
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      return url.toString(); // which is on no class path, as it was not on that of a process
    }
  }
}
