package dev.lamina.training.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes files that are there whole or not at all, even if the process or the machine stops
 * meanwhile: aside first, and given their name when the disk has every byte.
 */
public final class WholeFile {

  private static final Pattern ASIDE = Pattern.compile("\\.[0-9a-f-]{36}\\.tmp");

  private WholeFile() {}

  /** What is to be in a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Writes a file, in place of one that is there, on a thread that was interrupted too: it still is
   * afterwards.
   */
  public static void write(Path file, Content content) throws IOException {
    boolean isInterrupted = Thread.interrupted(); // which would close channels
    try {
      writeAside(file, content);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void writeAside(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path aside = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel));
        content.writeTo(stream);
        stream.flush();
        channel.force(true);
      }
      rename(aside, target);
      sync(target.getParent());
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** Deletes what processes that were killed while they wrote have left in a folder. */
  public static void deleteLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (ASIDE.matcher(file.getFileName().toString()).matches()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void rename(Path aside, Path target) throws IOException {
    try {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) { // the best that such a file system can do
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Names are on the disk when their folder is; only POSIX lets folders be opened. */
  private static void sync(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
