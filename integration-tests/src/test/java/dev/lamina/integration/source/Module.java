package dev.lamina.integration.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module that becomes a jar.
 *
 * @param path its folder, from the root
 */
record Module(String path, Path folder) {

  Path sources() {
    return folder.resolve("src/main/java");
  }

  List<Path> javaFiles() {
    return Project.filesUnder(sources()).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  /** The packages of its classes. */
  Set<String> packages() {
    return packages(sources());
  }

  /** The packages of all that is in its jar. */
  Set<String> packagesInJar() {
    return Stream.of(sources(), folder.resolve("src/main/resources"))
        .flatMap(root -> packages(root).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What {@code Automatic-Module-Name} in its jar says. */
  Optional<String> moduleName() {
    return Pom.of(folder).values("module.name").findFirst();
  }

  private static Set<String> packages(Path root) {
    return Project.filesUnder(root).stream()
        .map(file -> root.relativize(file).getParent())
        .filter(folder -> folder != null)
        .map(folder -> folder.toString().replace(folder.getFileSystem().getSeparator(), "."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
