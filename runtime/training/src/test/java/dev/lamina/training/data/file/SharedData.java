package dev.lamina.training.data.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Larger data that lie beside the checkout on some machines, in {@code shared/data}. */
public final class SharedData {

  private SharedData() {}

  /** A folder of them; the test is skipped where it is missing. */
  public static Path folder(String name) {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
            .map(path -> path.resolve("shared/data").resolve(name))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(found.isPresent(), "there is no folder shared/data/" + name + " here");
    return found.orElseThrow();
  }
}
