package dev.lamina.training.model;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.engine.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A model as a file: a zip of the description as JSON and of the network as DL4J writes it.
 *
 * <p>Reading compiles the description anew and takes only numbers from DL4J's part, so that no class
 * is ever named by a file.
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
   */
  record Description(int format, Network network, TrainingPlan training) {}

  static void write(Model model, Path file) {
    Path target = file.toAbsolutePath();
    try {
      Path aside = Files.createTempFile(target.getParent(), ".lamina", ".tmp");
      try {
        Files.write(aside, bytes(model));
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException exception) {
      throw new ModelFileException(
          file,
          "cannot be written: " + exception + ".",
          "choose a folder that exists and that this user may write to.",
          exception);
    }
  }

  static Model read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String json = new String(entry(zip, DESCRIPTION), StandardCharsets.UTF_8);
      Description description = DescriptionJson.read(json, Description.class);
      Engine engine =
          Engine.create(Compiler.compile(description.network(), description.training()));
      engine.read(entry(zip, NETWORK));
      return Model.of(description.network(), description.training(), engine);
    } catch (IOException | IllegalArgumentException exception) {
      throw new ModelFileException(
          file,
          "cannot be read as a Lamina model: " + exception.getMessage(),
          "give a file that `Model.save` wrote, complete and unchanged.",
          exception);
    }
  }

  private static byte[] bytes(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Description description = new Description(FORMAT, model.network(), model.plan());
      put(zip, DESCRIPTION, DescriptionJson.write(description).getBytes(StandardCharsets.UTF_8));
      put(zip, NETWORK, model.engine().write());
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // the same model gives the same bytes
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no entry `" + name + "`.");
    }
    try (InputStream content = zip.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }
}
