package dev.lamina.training.listener;

import dev.lamina.training.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files about a training or a search. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Looks for the folder of a file before there is something to write.
   *
   * @throws OutputFileException if it is not there, or if the file is a folder itself
   */
  public static void requirePlaceFor(Path file) {
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

  /**
   * Writes a file of text whole, in place of one that is there.
   *
   * @throws OutputFileException if it cannot be written
   */
  public static void save(Path file, String text) {
    requirePlaceFor(file);
    try {
      replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException exception) {
      throw OutputFileException.of(file, exception);
    }
  }

  /** Writes a file whole, in place of one that is there. */
  static void replace(Path file, byte[] content) throws IOException {
    WholeFile.write(file, stream -> stream.write(content));
  }
}
