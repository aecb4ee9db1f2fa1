package dev.lamina.training.model;

import dev.lamina.compiler.CompiledNetwork;
import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.NetworkNumbers;
import dev.lamina.training.file.StoredZip;
import dev.lamina.training.file.WholeFile;
import dev.lamina.training.file.ZipSource;
import dev.lamina.training.json.DescriptionJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A model as a file: a zip of a manifest, of the description as JSON, of the network as DL4J writes
 * it, and of whatever else belongs to it.
 *
 * <p>Reading compiles the description anew and takes only numbers from DL4J's part, so that no
 * class is ever named by a file. Nothing is believed before it is checked, and no memory is taken
 * for numbers that are not there.
 */
public final class ModelFile {

  private ModelFile() {}

  /**
   * What a model file says about its network.
   *
   * @param format 1 in files of the first format; the manifest says it in all others
   * @param network the network
   * @param training how it was trained
   * @param iterations how many updates its weights have seen, which Adam's bias correction needs
   * @param epochs how many epochs
   * @param rateFactor what the learning rates of the plan are multiplied by, after a plateau
   */
  record Description(
      OptionalInt format,
      Network network,
      TrainingPlan training,
      int iterations,
      int epochs,
      double rateFactor) {

    /** Checks the numbers. */
    Description {
      Requirement.of("rateFactor", rateFactor)
          .notNegative("rateFactor", rateFactor, "give 1 for the learning rates of the plan");
      Requirement.of("iterations", iterations)
          .atLeast(0, "iterations", iterations, "give how many updates the weights have seen");
      Requirement.of("epochs", epochs)
          .atLeast(0, "epochs", epochs, "give how many epochs the weights have seen");
    }
  }

  /**
   * What is in a file.
   *
   * @param model the model
   * @param engine its network, running
   * @param more the entries that are no part of a model, by their names
   */
  public record Contents(Model model, Engine engine, Map<String, byte[]> more) {}

  /** Writes a model and entries more. */
  public static void write(Model model, Map<String, byte[]> more, Path file) {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw ModelFileException.of(
          file, "cannot be written: it is a folder.", "add a file name, such as `model.lamina`.");
    }
    if (!Files.isDirectory(target.getParent())) {
      throw ModelFileException.of(
          file,
          "cannot be written: there is no folder `" + target.getParent() + "`.",
          "create it, or choose another.");
    }
    try {
      Map<String, byte[]> entries = entries(model, more);
      WholeFile.write(target, stream -> StoredZip.write(entries, stream));
    } catch (IOException exception) {
      throw ModelFileException.of(
          file,
          "cannot be written: " + exception + ".",
          "choose a folder that this user may write to, with room left.",
          exception);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws ModelFileException if the file is not such a file, or is damaged
   */
  public static Contents read(Path file) {
    if (!Files.isRegularFile(file)) {
      String came = Files.exists(file) ? "it is not a file" : "there is none";
      throw ModelFileException.of(
          file, "cannot be read: " + came + ".", "give a file that `Model.save` wrote.");
    }
    try (ZipSource zip = ZipSource.open(file)) {
      return contents(ModelEntries.of(zip));
    } catch (IOException exception) {
      // Only our own say what is wrong as a sentence; that of the system may be a mere path.
      boolean isOurs = exception.getClass() == IOException.class;
      throw ModelFileException.unreadable(
          file, isOurs ? exception.getMessage() : exception + ".", exception);
    } catch (IllegalArgumentException exception) {
      throw ModelFileException.ofDescription(file, exception);
    }
  }

  private static Contents contents(ModelEntries entries) throws IOException {
    Description description = description(entries);
    CompiledNetwork compiled = Compiler.compile(description.network(), description.training());
    int layers = description.network().outline().entries().size();
    long parameters = parameters(description.network());
    byte[] zip = entries.network(NetworkNumbers.most(layers, parameters));
    NetworkNumbers numbers =
        NetworkNumbers.read(zip, entries.mostOfNetwork(zip), layers, parameters);
    // Only now is it known that the file holds all the numbers that the network has room for.
    Engine engine = Engine.create(compiled);
    engine.read(numbers, description.iterations(), description.epochs());
    engine.rateFactor(description.rateFactor());
    Provenance provenance =
        entries
            .manifest()
            .map(Manifest::provenance)
            .orElseGet(() -> Provenance.here(description.training()));
    Model model =
        Model.of(description.network(), description.training(), engine)
            .provenance(provenance)
            .preprocessing(preprocessing(entries, description.network()));
    return new Contents(model, engine, entries.more());
  }

  private static Description description(ModelEntries entries) throws IOException {
    String json = new String(entries.description(), StandardCharsets.UTF_8);
    Description description = DescriptionJson.read(json, Description.class);
    OptionalInt first = entries.manifest().isPresent() ? OptionalInt.empty() : OptionalInt.of(1);
    if (!description.format().equals(first)) {
      throw new IOException(
          first.isPresent()
              ? "it has no entry `" + Manifest.NAME + "`."
              : "its description is one of another format.");
    }
    return description;
  }

  private static Preprocessing preprocessing(ModelEntries entries, Network network)
      throws IOException {
    return entries
        .preprocessing(network.input().shape().size())
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .map(json -> DescriptionJson.read(json, Preprocessing.class))
        .orElseGet(Preprocessing::none);
  }

  /** How many numbers the network has; as many as there can be where that is too many to count. */
  private static long parameters(Network network) {
    return network.outline().entries().stream()
        .flatMap(entry -> entry.parameters().stream())
        .mapToLong(Parameter::size)
        .reduce(0, (some, more) -> some + more < 0 ? Long.MAX_VALUE : some + more);
  }

  private static Map<String, byte[]> entries(Model model, Map<String, byte[]> more)
      throws IOException {
    Engine engine = model.engine();
    Description description =
        new Description(
            OptionalInt.empty(),
            model.network(),
            model.plan(),
            engine.iterations(),
            engine.epochs(),
            engine.rateFactor());
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        ModelEntries.DESCRIPTION,
        DescriptionJson.write(description).getBytes(StandardCharsets.UTF_8));
    entries.put(ModelEntries.NETWORK, engine.write());
    if (!model.preprocessing().isNone()) {
      String json = DescriptionJson.write(model.preprocessing());
      entries.put(ModelEntries.PREPROCESSING, json.getBytes(StandardCharsets.UTF_8));
    }
    entries.putAll(more);
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(Manifest.NAME, Manifest.of(entries, model.provenance()).json());
    all.putAll(entries);
    return all;
  }
}
