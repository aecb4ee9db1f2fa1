package dev.lamina.training.listener;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files about a training. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Looks for the folder of a file before there is something to write.
   *
   * @throws OutputFileException if it is not there, or if the file is a folder itself
   */
  static void requirePlaceFor(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw OutputFileException.of(
          file, "cannot be written: it is a folder.", "add the name of a file.");
    }
    if (!Files.isDirectory(folder)) {
      throw OutputFileException.of(
          file,
          "cannot be written: there is no folder `" + folder + "`.",
          "create it, or choose another.");
    }
  }

  /** Writes a file aside, and puts it in place of one that is there when it is complete. */
  static void replace(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    Path aside = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(aside, content);
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
