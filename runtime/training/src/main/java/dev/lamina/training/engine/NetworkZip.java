package dev.lamina.training.engine;

import dev.lamina.training.file.StoredZip;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network as DL4J's {@code ModelSerializer} reads it, not compressed. */
final class NetworkZip {

  private NetworkZip() {}

  static byte[] write(ComputationGraph graph) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        ModelSerializer.CONFIGURATION_JSON, Graphs.json(graph).getBytes(StandardCharsets.UTF_8));
    entries.put(ModelSerializer.COEFFICIENTS_BIN, bytes(graph.params()));
    INDArray optimizerState = graph.getUpdater().getStateViewArray();
    if (optimizerState != null && optimizerState.length() > 0) {
      entries.put(ModelSerializer.UPDATER_BIN, bytes(optimizerState));
    }
    return StoredZip.of(entries);
  }

  private static byte[] bytes(INDArray array) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      Nd4j.write(array, stream);
    }
    return bytes.toByteArray();
  }
}
