package dev.lamina.training.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip of contents as they are: without dates, so that the same contents give the same bytes, and
 * not compressed, so that no zip holds more than its own length.
 *
 * <p>Weights hardly shrink, and compressing them would take longer than all else that saving does.
 */
public final class StoredZip {

  private StoredZip() {}

  /** The zip of these entries, in their order. */
  public static byte[] of(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(entries, bytes);
    return bytes.toByteArray();
  }

  /** Writes the zip of these entries, in their order, and leaves the stream open. */
  public static void write(Map<String, byte[]> entries, OutputStream stream) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(stream);
    zip.setMethod(ZipOutputStream.STORED);
    for (Map.Entry<String, byte[]> each : entries.entrySet()) {
      zip.putNextEntry(entry(each.getKey(), each.getValue()));
      zip.write(each.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  private static ZipEntry entry(String name, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
