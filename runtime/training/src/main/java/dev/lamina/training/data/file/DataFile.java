package dev.lamina.training.data.file;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of data, plain or compressed with gzip: which it is, its first two bytes say.
 *
 * @param path where it lies
 */
public record DataFile(Path path) {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1F8B;

  /** No byte of a deflated stream stands for more than this many (RFC 1951). */
  private static final long MOST_INFLATION = 1032;

  /** Checks that there is a path. */
  public DataFile {
    new Requirement(new Code("read(path)")).present("path", path);
  }

  /** What is done with the content of a file. */
  @FunctionalInterface
  public interface Reading<T> {

    /** Reads what it needs; the stream is closed afterwards. */
    T from(InputStream content) throws IOException;
  }

  /** Something that reads the file. */
  @FunctionalInterface
  public interface Work<T> {

    /** Does it. */
    T run() throws IOException;
  }

  /**
   * What is read from the inflated content.
   *
   * @throws DataFileException if there is no such file, it cannot be read, or it ends too early
   */
  public <T> T read(Reading<T> reading) {
    return guarded(
        () -> {
          try (InputStream content = open()) {
            return reading.from(content);
          }
        });
  }

  /**
   * What work on this file gives, whose failures become those of the file.
   *
   * @throws DataFileException where reading fails
   */
  public <T> T guarded(Work<T> work) {
    try {
      return work.run();
    } catch (EOFException exception) {
      throw truncated(exception);
    } catch (ZipException exception) {
      throw fault(
          "is not a sound gzip file: " + sentence(exception),
          "fetch it again, or give it uncompressed.",
          exception);
    } catch (CharacterCodingException exception) {
      throw fault("is no text in UTF-8.", "save it in UTF-8.", exception);
    } catch (IOException exception) {
      throw fault(
          "cannot be read: " + sentence(exception), "give a file that can be read.", exception);
    }
  }

  /**
   * The inflated content, to be closed by the caller.
   *
   * @throws DataFileException if there is no such file
   */
  public InputStream open() throws IOException {
    if (!Files.isRegularFile(path)) {
      String came = Files.exists(path) ? "it is not a file." : "there is none.";
      throw fault("cannot be read: " + came, "give the path of a file.");
    }
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      return isGzip() ? new GZIPInputStream(file, BUFFER) : file;
    } catch (IOException exception) {
      file.close();
      throw exception;
    }
  }

  /** A bound of how many bytes the content may have, before any of it is inflated. */
  public long mostBytes() throws IOException {
    long length = Files.size(path);
    return isGzip() ? length * MOST_INFLATION : length;
  }

  /** What to throw where the file ends before all of it was read. */
  public DataFileException truncated(Throwable cause) {
    return fault("ends too early: it is truncated.", "fetch it again.", cause);
  }

  /** What to throw where something is wrong with this file. */
  public DataFileException fault(String finding, String fix) {
    return fault(finding, fix, null);
  }

  /** The same because of something else. */
  public DataFileException fault(String finding, String fix, Throwable cause) {
    return DataFileException.of(this.toString(), finding, fix, cause);
  }

  /** As the start of a sentence. */
  @Override
  public String toString() {
    return "Data file `" + path + "`";
  }

  private boolean isGzip() throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      byte[] start = file.readNBytes(2);
      return start.length == 2 && (((start[0] & 0xFF) << 8) | (start[1] & 0xFF)) == GZIP_MAGIC;
    }
  }

  private static String sentence(IOException exception) {
    String message = String.valueOf(exception.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }
}
