package dev.lamina.training.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network as DL4J's {@code ModelSerializer} writes it, which plain DL4J can restore.
 *
 * <p>Reading takes the numbers only: neither DL4J's JSON, which names classes, nor any serialized
 * Java object is ever opened.
 */
final class NetworkZip {

  private NetworkZip() {}

  static byte[] write(ComputationGraph graph) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelSerializer.writeModel(graph, bytes, true);
    return UndatedZip.of(entries(bytes.toByteArray())); // DL4J dates its entries by the clock
  }

  /** Puts the numbers into a graph of the same description, and gives it back. */
  static ComputationGraph read(byte[] zip, ComputationGraph graph) throws IOException {
    Map<String, byte[]> entries = entries(zip);
    assign(entries, ModelSerializer.COEFFICIENTS_BIN, graph.params());
    INDArray optimizerState = graph.getUpdater().getStateViewArray();
    if (optimizerState != null) {
      assign(entries, ModelSerializer.UPDATER_BIN, optimizerState);
    }
    return graph;
  }

  private static void assign(Map<String, byte[]> entries, String name, INDArray into)
      throws IOException {
    byte[] content = entries.get(name);
    if (content == null) {
      throw new IOException("the network in it has no entry `" + name + "`.");
    }
    INDArray given = array(name, content);
    if (given.length() != into.length()) {
      throw new IOException(
          "`%s` holds %d numbers but the description needs %d."
              .formatted(name, given.length(), into.length()));
    }
    into.assign(given.reshape(into.shape()));
  }

  private static INDArray array(String name, byte[] content) throws IOException {
    try {
      return Nd4j.read(new DataInputStream(new ByteArrayInputStream(content)));
    } catch (RuntimeException exception) {
      throw new IOException("`%s` holds no numbers: %s.".formatted(name, exception), exception);
    }
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        entries.put(entry.getName(), stream.readAllBytes());
      }
    }
    return entries;
  }
}
