package dev.lamina.training.model;

import dev.lamina.training.Xor;
import dev.lamina.training.file.StoredZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Model files taken apart and put together again, for tests that change them. */
final class ModelZip {

  private ModelZip() {}

  /** The entries, the manifest included. */
  static Map<String, byte[]> all(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        entries.put(entry.getName(), stream.readAllBytes());
      }
    }
    return entries;
  }

  /** The entries without the manifest. */
  static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = all(zip);
    entries.remove(Manifest.NAME);
    return entries;
  }

  /** The zip of these entries and of a manifest that was written for them. */
  static byte[] withManifest(Map<String, byte[]> entries) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(Manifest.NAME, Manifest.of(entries, Provenance.here(Xor.plan())).json());
    all.putAll(entries);
    return StoredZip.of(all);
  }

  /** The zip of these entries, compressed. */
  static byte[] compressed(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
