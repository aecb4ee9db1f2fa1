package dev.lamina.training.listener;

import dev.lamina.training.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** Writes a file whole, in place of one that is there. */
  static void replace(Path file, byte[] content) throws IOException {
    WholeFile.write(file, stream -> stream.write(content));
  }
}
