package dev.lamina.search.trial;

import dev.lamina.dsl.problem.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells whether two studies have the same trials, bit for bit. */
public final class TrialFingerprint {

  private TrialFingerprint() {}

  /**
   * The SHA-256 of what these trials tried and gave, in hexadecimal digits: the number of each, its
   * state, what it chose by name, all that it reported by step, and its values, numbers as their 64
   * bits.
   *
   * <p>Trials that are not done do not count, and neither do times, workers and the words that tell
   * what went wrong.
   */
  public static String of(List<TrialRecord> trials) {
    Requirement.of("fingerprint").present("trials", trials);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (TrialRecord trial : trials) {
        if (trial.state().isDone()) {
          write(trial, out);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory can be written", impossible);
    }
    return sha256(bytes.toByteArray());
  }

  /** Each list comes after its length, so that different trials have different bytes. */
  private static void write(TrialRecord trial, DataOutputStream out) throws IOException {
    out.writeInt(trial.number());
    out.writeUTF(trial.state().name());
    out.writeInt(trial.choices().size());
    for (Map.Entry<String, Double> each : new TreeMap<>(trial.choices()).entrySet()) {
      out.writeUTF(each.getKey());
      out.writeDouble(each.getValue());
    }
    out.writeInt(trial.reports().size());
    for (Map.Entry<Integer, Double> each : trial.reports().entrySet()) {
      out.writeInt(each.getKey());
      out.writeDouble(each.getValue());
    }
    out.writeInt(trial.values().size());
    for (double value : trial.values()) {
      out.writeDouble(value);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("Every Java platform has SHA-256.", exception);
    }
  }
}
