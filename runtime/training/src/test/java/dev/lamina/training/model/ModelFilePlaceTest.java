package dev.lamina.training.model;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.Xor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a model file must, and must not, lie. */
class ModelFilePlaceTest {

  @TempDir private Path folder;

  @Test
  void aFileMustBeThere() {
    assertThat(refusal(folder.resolve("xor.lamina")))
        .isEqualTo(
            """
            Model file `FILE` cannot be read: there is none.
              Fix: give a file that `Model.save` wrote.""");
  }

  @Test
  void aFolderIsNotAFile() {
    assertThat(refusal(folder))
        .isEqualTo(
            """
            Model file `FILE` cannot be read: it is not a file.
              Fix: give a file that `Model.save` wrote.""");
  }

  @Test
  void aFolderToSaveInMustBeThere() {
    Path missing = folder.resolve("nowhere").resolve("xor.lamina");

    String message = messageOf(ModelFileException.class, () -> model().save(missing));

    assertThat(message)
        .isEqualTo(
            """
            Model file `%s` cannot be written: there is no folder `%s`.
              Fix: create it, or choose another.""",
            missing, missing.getParent());
  }

  @Test
  void aFolderIsNotOverwritten() {
    String message = messageOf(ModelFileException.class, () -> model().save(folder));

    assertThat(message)
        .isEqualTo(
            """
            Model file `%s` cannot be written: it is a folder.
              Fix: add a file name, such as `model.lamina`.""",
            folder);
    assertThat(folder).isDirectory();
  }

  private static Model model() {
    return Model.untrained(Xor.network(), Xor.plan());
  }

  private static String refusal(Path file) {
    return messageOf(ModelFileException.class, () -> Model.load(file))
        .replace(file.toString(), "FILE");
  }
}
