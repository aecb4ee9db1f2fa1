package dev.lamina.training.model;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.UndatedZip;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A model as a file: a zip of the description as JSON and of the network as DL4J writes it.
 *
 * <p>Reading compiles the description anew and takes only numbers from DL4J's part, so that no
 * class is ever named by a file.
 */
final class ModelFile {

  private static final int FORMAT = 1;
  private static final String DESCRIPTION = "description.json";
  private static final String NETWORK = "network.zip";

  private ModelFile() {}

  /**
   * What a model file says about its network.
   *
   * @param format the version of the format
   * @param network the network
   * @param training how it was trained
   * @param iterations how many updates its weights have seen, which Adam's bias correction needs
   * @param epochs how many epochs
   * @param rateFactor what the learning rates of the plan are multiplied by, after a plateau
   */
  record Description(
      int format,
      Network network,
      TrainingPlan training,
      int iterations,
      int epochs,
      double rateFactor) {

    /** Checks the factor. */
    Description {
      Requirement.of("rateFactor", rateFactor)
          .notNegative("rateFactor", rateFactor, "give 1 for the learning rates of the plan");
    }
  }

  static void write(Model model, Path file) {
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
      Path aside = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
      try {
        Files.write(aside, bytes(model));
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException exception) {
      throw ModelFileException.of(
          file,
          "cannot be written: " + exception + ".",
          "choose a folder that this user may write to, with room left.",
          exception);
    }
  }

  static Model read(Path file) {
    if (!Files.isRegularFile(file)) {
      String came = Files.exists(file) ? "it is not a file" : "there is none";
      throw ModelFileException.of(
          file, "cannot be read: " + came + ".", "give a file that `Model.save` wrote.");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Description description = description(zip);
      Engine engine =
          Engine.create(Compiler.compile(description.network(), description.training()));
      engine.read(entry(zip, NETWORK), description.iterations(), description.epochs());
      engine.rateFactor(description.rateFactor());
      return Model.of(description.network(), description.training(), engine);
    } catch (ZipException | EOFException exception) {
      throw unreadable(file, "it is not a complete zip file.", exception);
    } catch (IOException exception) {
      throw unreadable(file, exception.getMessage(), exception);
    } catch (IllegalArgumentException exception) {
      throw ModelFileException.ofDescription(file, exception);
    }
  }

  private static ModelFileException unreadable(Path file, String came, IOException cause) {
    String fix = "give a file that `Model.save` wrote, complete and unchanged.";
    return ModelFileException.of(file, "cannot be read: " + came, fix, cause);
  }

  private static Description description(ZipFile zip) throws IOException {
    String json = new String(entry(zip, DESCRIPTION), StandardCharsets.UTF_8);
    Description description = DescriptionJson.read(json, Description.class);
    if (description.format() != FORMAT) {
      throw new IOException(
          "its format is %d, but this version of Lamina reads format %d."
              .formatted(description.format(), FORMAT));
    }
    return description;
  }

  private static byte[] bytes(Model model) throws IOException {
    Engine engine = model.engine();
    Description description =
        new Description(
            FORMAT,
            model.network(),
            model.plan(),
            engine.iterations(),
            engine.epochs(),
            engine.rateFactor());
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(DESCRIPTION, DescriptionJson.write(description).getBytes(StandardCharsets.UTF_8));
    entries.put(NETWORK, engine.write());
    return UndatedZip.of(entries);
  }

  private static byte[] entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no entry `" + name + "`.");
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      byte[] content = stream.readAllBytes();
      CRC32 checksum = new CRC32();
      checksum.update(content);
      if (checksum.getValue() != entry.getCrc()) {
        throw new IOException("its entry `" + name + "` is damaged.");
      }
      return content;
    }
  }
}
