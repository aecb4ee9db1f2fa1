package dev.lamina.training.model;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.backend.Backend;
import dev.lamina.training.data.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * Where weights come from: what it takes to get them again, bit for bit.
 *
 * @param lamina the version of Lamina, where Maven built it
 * @param dl4j the version of DeepLearning4J, where its jar says it
 * @param java the version of the JDK
 * @param system operating system and processor, such as {@code Linux amd64}
 * @param backend whose native code computed, such as {@code linux-x86_64-avx2}
 * @param seed the seed of the plan
 * @param plan the plan as code
 * @param threads how many native threads the training had at most, where there was one
 * @param training the numbers that the network learned from, where they were looked at: a training
 *     that writes checkpoints does
 * @param validation the same of those kept apart
 */
public record Provenance(
    Optional<String> lamina,
    Optional<String> dl4j,
    String java,
    String system,
    String backend,
    long seed,
    String plan,
    OptionalInt threads,
    Optional<Fingerprint> training,
    Optional<Fingerprint> validation) {

  /** That of weights that this process makes by this plan. */
  public static Provenance here(TrainingPlan plan) {
    return new Provenance(
        version("lamina.properties"),
        version("/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties"),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Backend.platform(),
        plan.seed(),
        plan.toString(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same of a training with so many native threads. */
  public Provenance threads(int most) {
    return new Provenance(
        lamina,
        dl4j,
        java,
        system,
        backend,
        seed,
        plan,
        OptionalInt.of(most),
        training,
        validation);
  }

  /** The same of a training on these numbers. */
  public Provenance data(Fingerprint learned, Optional<Fingerprint> keptApart) {
    return new Provenance(
        lamina, dl4j, java, system, backend, seed, plan, threads, Optional.of(learned), keptApart);
  }

  /** What Maven puts into jars; other builds may leave it out, or not fill it in. */
  private static Optional<String> version(String resource) {
    try (InputStream stream = Provenance.class.getResourceAsStream(resource)) {
      if (stream == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(stream);
      return Optional.ofNullable(properties.getProperty("version"))
          .filter(version -> !version.startsWith("${"));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
