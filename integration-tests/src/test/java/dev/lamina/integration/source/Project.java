package dev.lamina.integration.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that these tests run in. */
record Project(Path root) {

  /** The project above the folder of the module that is tested. */
  static Project here() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("integration-tests/pom.xml")))
        .findFirst()
        .map(Project::new)
        .orElseThrow(() -> new IllegalStateException("No project at or above " + start));
  }

  /** The text of a file, by its path from the root. */
  String text(String path) {
    return text(root.resolve(path));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The modules that become jars, as the root's {@code pom.xml} lists them. */
  List<Module> modules() {
    return Pom.of(root)
        .values("module")
        .map(path -> new Module(path, root.resolve(path)))
        .filter(module -> Files.exists(module.sources()))
        .toList();
  }

  Module module(String path) {
    return modules().stream()
        .filter(module -> module.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No module " + path));
  }

  /** Every Java file but those of tests. */
  List<Path> javaFiles() {
    return modules().stream().flatMap(module -> module.javaFiles().stream()).toList();
  }

  /** What a folder and its folders hold, in the order of their names. */
  static List<Path> filesUnder(Path folder) {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
