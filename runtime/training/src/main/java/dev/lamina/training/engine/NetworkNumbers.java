package dev.lamina.training.engine;

import dev.lamina.training.file.ZipSource;
import dev.lamina.training.json.JsonTexts;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.util.ModelSerializer;

/**
 * The weights and the optimizer's state in what DL4J writes of a network, read without trusting it.
 *
 * <p>No class that DL4J's JSON names is ever looked up, and no serialized Java object opened; names
 * that DL4J itself should not follow are refused all the same. What is taken in is at most in
 * proportion to the number of parameters that the description needs.
 */
public final class NetworkNumbers {

  /** Longer than what DL4J's JSON says of a layer, and than what ND4J puts before its numbers. */
  private static final int TEXT = 1 << 16;

  /** More than any optimizer remembers of a parameter. */
  private static final int MOST_PER_PARAMETER = 8;

  private static final Set<String> KNOWN =
      Set.of(
          ModelSerializer.CONFIGURATION_JSON,
          ModelSerializer.COEFFICIENTS_BIN,
          ModelSerializer.UPDATER_BIN);

  /** Whose classes such a network is made of. */
  private static final Pattern OURS =
      Pattern.compile(
          "(org\\.deeplearning4j\\.nn|org\\.nd4j\\.linalg|dev\\.lamina\\.compiler\\.lowering)"
              + "\\.[A-Za-z0-9_.$]+");

  private final NumberArray parameters;
  private final Optional<NumberArray> optimizerState;

  private NetworkNumbers(NumberArray parameters, Optional<NumberArray> optimizerState) {
    this.parameters = parameters;
    this.optimizerState = optimizerState;
  }

  /** How many bytes all of a network may have. */
  public static long most(int layers, long parameters) {
    return mostText(layers) + 2L * TEXT + mostNumbers(parameters) * (1 + MOST_PER_PARAMETER);
  }

  /**
   * The numbers in such bytes.
   *
   * @param most how many bytes they may become where they are compressed
   * @param layers how many layers the description has
   * @param parameters how many parameters
   * @throws IOException if they are not what DL4J writes of such a network, with a sentence that
   *     says so
   */
  public static NetworkNumbers read(byte[] zip, long most, int layers, long parameters)
      throws IOException {
    Map<String, byte[]> entries = entries(zip, most, layers, parameters);
    requireOurClasses(entries);
    NumberArray weights = array(entries, ModelSerializer.COEFFICIENTS_BIN);
    requireCount(ModelSerializer.COEFFICIENTS_BIN, weights.count(), parameters);
    boolean remembers = entries.containsKey(ModelSerializer.UPDATER_BIN);
    return new NetworkNumbers(
        weights,
        remembers ? Optional.of(array(entries, ModelSerializer.UPDATER_BIN)) : Optional.empty());
  }

  NumberArray parameters() {
    return parameters;
  }

  /** What the optimizer remembers, which must be so many numbers. */
  Optional<NumberArray> optimizerState(long count) throws IOException {
    if (count > 0 && optimizerState.isEmpty()) {
      throw missing(ModelSerializer.UPDATER_BIN);
    }
    requireCount(
        ModelSerializer.UPDATER_BIN, optimizerState.map(NumberArray::count).orElse(0L), count);
    return optimizerState;
  }

  private static Map<String, byte[]> entries(byte[] zip, long most, int layers, long parameters)
      throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    long left = most;
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        String name = entry.getName();
        if (!KNOWN.contains(name) || entries.containsKey(name)) {
          throw new IOException("the network in it has an entry that is unknown, or there twice.");
        }
        byte[] content = content(stream, name, Math.min(most(name, layers, parameters), left));
        left -= content.length;
        entries.put(name, content);
      }
    } catch (ZipException | EOFException | IllegalArgumentException exception) {
      throw new IOException("the network in it is not a complete zip file.", exception);
    }
    return entries;
  }

  private static byte[] content(ZipInputStream stream, String name, long most) throws IOException {
    byte[] content = stream.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
    if (stream.read() >= 0) {
      throw new IOException(
          "`%s` is longer than the description, or the file, lets it be.".formatted(name));
    }
    return content;
  }

  private static long most(String name, int layers, long parameters) {
    if (name.equals(ModelSerializer.CONFIGURATION_JSON)) {
      return mostText(layers);
    }
    boolean weights = name.equals(ModelSerializer.COEFFICIENTS_BIN);
    return TEXT + mostNumbers(parameters) * (weights ? 1 : MOST_PER_PARAMETER);
  }

  private static long mostText(int layers) {
    return (layers + 2L) * TEXT;
  }

  private static long mostNumbers(long parameters) {
    return Math.min(parameters, Integer.MAX_VALUE) * Double.BYTES;
  }

  private static void requireOurClasses(Map<String, byte[]> entries) throws IOException {
    byte[] json = entries.get(ModelSerializer.CONFIGURATION_JSON);
    if (json == null) {
      throw missing(ModelSerializer.CONFIGURATION_JSON);
    }
    List<String> classes;
    try {
      classes = JsonTexts.of(new String(json, StandardCharsets.UTF_8), "@class");
    } catch (IllegalArgumentException exception) {
      throw new IOException(
          "`%s` is no JSON.".formatted(ModelSerializer.CONFIGURATION_JSON), exception);
    }
    for (String name : classes) {
      if (!OURS.matcher(name).matches()) {
        throw new IOException(
            "`%s` names the class %s, which is none of DL4J's or Lamina's."
                .formatted(ModelSerializer.CONFIGURATION_JSON, ZipSource.shown(name)));
      }
    }
  }

  private static NumberArray array(Map<String, byte[]> entries, String name) throws IOException {
    if (!entries.containsKey(name)) {
      throw missing(name);
    }
    try {
      return NumberArray.read(entries.get(name));
    } catch (IOException exception) {
      throw new IOException(
          "`%s` holds no numbers: %s.".formatted(name, exception.getMessage()), exception);
    }
  }

  private static IOException missing(String name) {
    return new IOException("the network in it has no entry `" + name + "`.");
  }

  private static void requireCount(String name, long given, long needed) throws IOException {
    if (given != needed) {
      throw new IOException(
          "`%s` holds %d numbers but the description needs %d.".formatted(name, given, needed));
    }
  }
}
