package dev.lamina.training.data.named;

import dev.lamina.training.data.file.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A gzip file as it was published.
 *
 * @param name its name
 * @param bytes how long it is
 * @param sha256 the checksum of the file, in hexadecimal digits
 * @param inflated the checksum of its content, where it is known
 */
record PublishedFile(String name, long bytes, String sha256, Optional<String> inflated) {

  private static final String COMPRESSED = ".gz";

  PublishedFile(String name, long bytes, String sha256) {
    this(name, bytes, sha256, Optional.empty());
  }

  PublishedFile(String name, long bytes, String sha256, String inflated) {
    this(name, bytes, sha256, Optional.of(inflated));
  }

  /** Its name once inflated. */
  String plainName() {
    return name.substring(0, name.length() - COMPRESSED.length());
  }

  /** Whether this has the content that was published, whoever compressed it where that is known. */
  boolean hasContent(Path file) {
    DataFile given = new DataFile(file);
    return inflated
        .map(expected -> given.read(PublishedFile::checksum).equals(expected))
        .orElseGet(() -> given.read(content -> isAsPublished(file)));
  }

  /** Whether this is the file that was published, byte for byte. */
  boolean isAsPublished(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return Files.size(file) == bytes && checksum(content).equals(sha256);
    }
  }

  private static String checksum(InputStream content) throws IOException {
    MessageDigest digest = newDigest();
    new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("Every Java has SHA-256.", exception);
    }
  }
}
