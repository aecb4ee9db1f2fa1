package dev.lamina.training.model;

import dev.lamina.training.file.ZipSource;
import dev.lamina.training.json.DescriptionJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first entry of a model file: what the others must be.
 *
 * @param format the version of the format
 * @param entries the others, in order
 * @param provenance where the weights come from
 */
record Manifest(int format, List<Entry> entries, Provenance provenance) {

  /** What the entry is called. */
  static final String NAME = "manifest.json";

  /** The format that is written; the first one had no manifest. */
  static final int FORMAT = 2;

  Manifest {
    entries = List.copyOf(entries);
  }

  /**
   * What is said of an entry.
   *
   * @param name what it is called
   * @param size how many bytes it has
   * @param sha256 their SHA-256, in lower case
   */
  record Entry(String name, long size, String sha256) {

    static Entry of(String name, byte[] content) {
      return new Entry(name, content.length, sha256Of(content));
    }
  }

  /** The manifest of these entries. */
  static Manifest of(Map<String, byte[]> entries, Provenance provenance) {
    List<Entry> listed = new ArrayList<>();
    entries.forEach((name, content) -> listed.add(Entry.of(name, content)));
    return new Manifest(FORMAT, listed, provenance);
  }

  /** The manifest in a file. */
  static Manifest read(byte[] content) throws IOException {
    String json = new String(content, StandardCharsets.UTF_8);
    try {
      OptionalInt format = DescriptionJson.wholeNumber(json, "format");
      if (format.isPresent() && format.getAsInt() > FORMAT) {
        throw new IOException(
            "it was written by a newer version of Lamina: its format is %d, and this version reads up to %d."
                .formatted(format.getAsInt(), FORMAT));
      }
      Manifest manifest = DescriptionJson.read(json, Manifest.class);
      if (manifest.format() != FORMAT) {
        throw new IllegalArgumentException("No manifest has format " + manifest.format() + ".");
      }
      return manifest;
    } catch (IllegalArgumentException exception) {
      throw new IOException("its `" + NAME + "` is not one that Lamina writes.", exception);
    }
  }

  byte[] json() {
    return DescriptionJson.write(this).getBytes(StandardCharsets.UTF_8);
  }

  /** Demands that the file has these entries and no others. */
  void require(Set<String> names) throws IOException {
    Set<String> listed = entries.stream().map(Entry::name).collect(Collectors.toSet());
    for (String name : names) {
      if (!listed.contains(name) && !name.equals(NAME)) {
        throw new IOException(
            "its `" + NAME + "` says nothing of the entry " + ZipSource.shown(name) + ".");
      }
    }
    for (String name : listed) {
      if (!names.contains(name)) {
        throw new IOException("it has no entry " + ZipSource.shown(name) + ".");
      }
    }
  }

  /** Demands that this is the entry of this name. */
  void require(String name, byte[] content) throws IOException {
    Optional<Entry> listed = entries.stream().filter(each -> each.name().equals(name)).findFirst();
    if (!listed.equals(Optional.of(Entry.of(name, content)))) {
      throw new IOException(
          "its entry `" + name + "` is not the one that `" + NAME + "` was written for.");
    }
  }

  private static String sha256Of(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("Every Java platform has SHA-256.", exception);
    }
  }
}
