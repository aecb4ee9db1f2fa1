package dev.lamina.training.file;

import dev.lamina.dsl.code.Code;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file that is open for reading and not trusted: no name in it becomes that of a file, and
 * nothing is taken in that is longer than it may be.
 *
 * <p>What it throws says what is wrong as a sentence about the file.
 */
public final class ZipSource implements AutoCloseable {

  private static final String INCOMPLETE = "it is not a complete zip file.";
  private static final int LONGEST_SHOWN = 60;
  private static final int MOST_ATTEMPTS = 10;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;

  private final ZipFile zip;
  private final long length;
  private final Map<String, ZipEntry> entries;

  private ZipSource(ZipFile zip, long length) throws IOException {
    this.zip = zip;
    this.length = length;
    this.entries = listed(zip, length);
  }

  /**
   * The zip file of this name, whose entries must have names and bytes of their own.
   *
   * <p>Whoever replaces the file meanwhile is waited for: what was looked at is what is read.
   */
  public static ZipSource open(Path file) throws IOException {
    if (file.getFileSystem() != FileSystems.getDefault()) {
      throw new IOException("it is inside of another file: copy it out first.");
    }
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Identity before = Identity.of(file);
      try {
        ZipSource source = opened(file, before.length());
        if (before.equals(Identity.of(file))) {
          return source;
        }
        source.close();
      } catch (IOException exception) {
        if (before.equals(Identity.of(file))) { // or else it is none of the file that is there now
          throw exception;
        }
      }
    }
    throw new IOException("it is being written by another program.");
  }

  private static ZipSource opened(Path file, long length) throws IOException {
    ZipFile zip = opened(file);
    try {
      return new ZipSource(zip, length);
    } catch (IOException | RuntimeException exception) {
      zip.close();
      throw exception;
    }
  }

  /** Which file it is that has a name at a moment. */
  private record Identity(long length, FileTime changed, Optional<Object> key) {

    static Identity of(Path file) throws IOException {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      return new Identity(
          read.size(), read.lastModifiedTime(), Optional.ofNullable(read.fileKey()));
    }
  }

  /** The names of all entries, in their order. */
  public Set<String> names() {
    return entries.keySet();
  }

  /** How many bytes the file has. */
  public long length() {
    return length;
  }

  /**
   * The content of an entry of so many bytes at most, which must not be compressed, so that it is
   * in the file as it is.
   */
  public byte[] stored(String name, long most) throws IOException {
    ZipEntry entry = entry(name);
    boolean plain = entry.getMethod() == ZipEntry.STORED;
    if (!plain || entry.getSize() != entry.getCompressedSize() || entry.getSize() > length) {
      throw new IOException("its entry `" + name + "` is compressed, or longer than the file.");
    }
    return content(entry, most);
  }

  /** The content of an entry, which may be compressed, of so many bytes at most. */
  public byte[] inflated(String name, long most) throws IOException {
    return content(entry(name), most);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** A name as messages show it: on one line, and not too long. */
  public static String shown(String name) {
    boolean fits = name.length() <= LONGEST_SHOWN;
    String quoted = Code.literal(fits ? name : name.substring(0, LONGEST_SHOWN) + "...");
    return "`" + quoted.substring(1, quoted.length() - 1) + "`";
  }

  private byte[] content(ZipEntry entry, long most) throws IOException {
    byte[] content;
    try (InputStream stream = zip.getInputStream(entry)) {
      // What a zip says of its sizes is not believed: this grows as bytes come.
      content = stream.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
      if (stream.read() >= 0) {
        throw new IOException("its entry `" + entry.getName() + "` holds more than it may.");
      }
    } catch (ZipException | EOFException | IllegalArgumentException exception) {
      throw new IOException("its entry `" + entry.getName() + "` is damaged.", exception);
    }
    CRC32 checksum = new CRC32();
    checksum.update(content);
    if (checksum.getValue() != entry.getCrc()) {
      throw new IOException("its entry `" + entry.getName() + "` is damaged.");
    }
    return content;
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IOException("it has no entry `" + name + "`.");
    }
    return entry;
  }

  private static ZipFile opened(Path file) throws IOException {
    requireEnd(file);
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException exception) {
      throw incomplete(exception);
    }
  }

  /**
   * Demands that the directory of the zip, and nothing else, ends the file: where a file is cut,
   * Java takes that of a zip within it.
   */
  private static void requireEnd(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      ByteBuffer end = ByteBuffer.allocate(END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
      bytes.seek(Math.max(bytes.length() - END_LENGTH, 0));
      bytes.readFully(end.array());
      long directory = Integer.toUnsignedLong(end.getInt(END_LENGTH - 10));
      long start = Integer.toUnsignedLong(end.getInt(END_LENGTH - 6));
      boolean isWhole = end.getInt(0) == END && start + directory + END_LENGTH == bytes.length();
      // As many would mean that another number counts, which Java takes memory for.
      if (!isWhole || end.getShort(10) == -1) {
        throw new IOException(INCOMPLETE);
      }
    } catch (EOFException exception) {
      throw incomplete(exception);
    } catch (FileNotFoundException exception) {
      throw new IOException("it cannot be opened: " + exception.getMessage() + ".", exception);
    }
  }

  /** The entries, of which no two lie on the same bytes, as those of bombs do. */
  private static Map<String, ZipEntry> listed(ZipFile zip, long length) throws IOException {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    long left = length;
    try {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entries.put(entry.getName(), entry) != null) {
          throw new IOException("it has two entries " + shown(entry.getName()) + ".");
        }
        long size = entry.getCompressedSize();
        if (size < 0 || size > left) {
          throw new IOException("its entries are together longer than the file.");
        }
        left -= size;
      }
    } catch (IllegalArgumentException exception) {
      throw incomplete(exception);
    }
    return entries;
  }

  private static IOException incomplete(Exception cause) {
    return new IOException(INCOMPLETE, cause);
  }
}
