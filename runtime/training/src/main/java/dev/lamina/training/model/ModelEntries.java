package dev.lamina.training.model;

import dev.lamina.training.file.ZipSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The entries of a model file that is open, none of which is taken in before it is known to be what
 * it should be.
 *
 * @param zip the file
 * @param manifest what the entries must be; files of the first format have none
 */
record ModelEntries(ZipSource zip, Optional<Manifest> manifest) {

  static final String DESCRIPTION = "description.json";
  static final String NETWORK = "network.zip";
  static final String PREPROCESSING = "preprocessing.json";

  private static final Set<String> FIRST_FORMAT = Set.of(DESCRIPTION, NETWORK);

  /** What a file may hold, the manifest aside: what is added later, is added here. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "description\\.json|network\\.zip|preprocessing\\.json|training-state\\.json"
              + "|latest\\.bin|gradients\\.bin|meters\\.bin|best-[1-9][0-9]{0,2}\\.bin");

  /** More than any description is long; what JSON becomes in memory is some 60 times as much. */
  private static final int MOST_TEXT = 1 << 24;

  /** More than a manifest of all entries that there can be is long. */
  private static final int MOST_MANIFEST = 1 << 20;

  /** More than what the figures of a feature take. */
  private static final int MOST_TEXT_PER_FEATURE = 128;

  /** What a compressed file may grow by; weights do by a tenth, and Adam's first state by 3. */
  private static final int MOST_GROWTH = 64;

  static ModelEntries of(ZipSource zip) throws IOException {
    boolean first = !zip.names().contains(Manifest.NAME);
    for (String name : zip.names()) {
      boolean known =
          first
              ? FIRST_FORMAT.contains(name)
              : KNOWN.matcher(name).matches() || name.equals(Manifest.NAME);
      if (!known) {
        throw new IOException(
            "it has an entry " + ZipSource.shown(name) + ", which no model file has.");
      }
    }
    if (first) {
      return new ModelEntries(zip, Optional.empty());
    }
    Manifest manifest = Manifest.read(zip.stored(Manifest.NAME, MOST_MANIFEST));
    manifest.require(zip.names());
    return new ModelEntries(zip, Optional.of(manifest));
  }

  /** The description. */
  byte[] description() throws IOException {
    return content(DESCRIPTION, MOST_TEXT);
  }

  /** The network as DL4J writes it, of so many bytes at most. */
  byte[] network(long most) throws IOException {
    return content(NETWORK, most);
  }

  /** How many bytes the entries of this network may have together. */
  long mostOfNetwork(byte[] network) {
    return manifest.isEmpty() ? grown() : network.length;
  }

  /** What is done to so many features first, if anything. */
  Optional<byte[]> preprocessing(int features) throws IOException {
    long most = MOST_TEXT + (long) features * MOST_TEXT_PER_FEATURE;
    return zip.names().contains(PREPROCESSING)
        ? Optional.of(content(PREPROCESSING, most))
        : Optional.empty();
  }

  /** All others. */
  Map<String, byte[]> more() throws IOException {
    Map<String, byte[]> more = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>(zip.names());
    names.removeAll(FIRST_FORMAT);
    names.remove(Manifest.NAME);
    names.remove(PREPROCESSING);
    for (String name : names) {
      more.put(name, content(name, Long.MAX_VALUE));
    }
    return more;
  }

  /** Files of the first format are compressed; what is not is no longer than the file. */
  private byte[] content(String name, long most) throws IOException {
    if (manifest.isEmpty()) {
      return zip.inflated(name, Math.min(most, grown()));
    }
    byte[] content = zip.stored(name, most);
    manifest.get().require(name, content);
    return content;
  }

  private long grown() {
    return MOST_TEXT + MOST_GROWTH * zip.length();
  }
}
