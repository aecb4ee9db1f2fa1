package dev.lamina.inference;

import dev.lamina.inference.file.Content;
import dev.lamina.inference.file.ContentReader;
import dev.lamina.inference.file.ContentWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.zip.CRC32;

/** A plain model as a file: what prediction does, without the words that described it. */
final class PlainModelFile {

  private PlainModelFile() {}

  static void write(PlainModel model, Path file) {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw PlainModelFileException.of(
          file, "cannot be written: it is a folder.", "add a file name, such as `model.plain`.");
    }
    if (!Files.isDirectory(target.getParent())) {
      throw PlainModelFileException.of(
          file,
          "cannot be written: there is no folder `" + target.getParent() + "`.",
          "create it, or choose another.");
    }
    try {
      replace(target, model.content());
    } catch (IOException exception) {
      throw PlainModelFileException.of(
          file,
          "cannot be written: " + exception + ".",
          "choose a folder that this user may write to, with room left.",
          exception);
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    Path aside = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
    try {
      try (OutputStream stream = Files.newOutputStream(aside)) {
        ContentWriter.write(content, stream);
      }
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  static PlainModel read(Path file) {
    if (!Files.isRegularFile(file)) {
      String came = Files.exists(file) ? "it is not a file" : "there is none";
      throw PlainModelFileException.of(
          file, "cannot be read: " + came + ".", "give a file that `PlainModel.save` wrote.");
    }
    boolean isInterrupted = Thread.interrupted(); // which would close the channel
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      requireIntact(channel);
      return PlainModel.of(ContentReader.read(start(channel), channel.size()));
    } catch (IOException exception) {
      // Only our own say what is wrong as a sentence; that of the system may be a mere path.
      boolean isOurs = exception.getClass() == IOException.class;
      throw PlainModelFileException.of(
          file,
          "cannot be read: " + (isOurs ? exception.getMessage() : exception + "."),
          "give a file that `PlainModel.save` wrote, complete and unchanged.",
          exception);
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The file from its start, opened once, so that what was checked is what is read. */
  private static InputStream start(SeekableByteChannel channel) throws IOException {
    return new BufferedInputStream(Channels.newInputStream(channel.position(0)));
  }

  /** Compares the checksum at the end with what is before it, in small pieces. */
  private static void requireIntact(SeekableByteChannel channel) throws IOException {
    ContentReader.requireStart(start(channel));
    InputStream stream = start(channel);
    CRC32 checksum = new CRC32();
    byte[] piece = new byte[1 << 16];
    for (long left = channel.size() - Long.BYTES; left > 0; left -= piece.length) {
      int count = stream.readNBytes(piece, 0, (int) Math.min(left, piece.length));
      checksum.update(piece, 0, count);
    }
    byte[] end = stream.readNBytes(Long.BYTES);
    if (end.length < Long.BYTES || ByteBuffer.wrap(end).getLong() != checksum.getValue()) {
      throw new IOException("it is damaged.");
    }
  }
}
