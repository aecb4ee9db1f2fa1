package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.Xor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {

  private static final Pattern VERSION = Pattern.compile("<version>(.+?)</version>");

  /** Maven runs tests from classes, without the jar's own list of properties. */
  @Test
  void aFileSaysWhichVersionWroteIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("xor.lamina");
    Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));

    Model.untrained(Xor.network(), Xor.plan()).save(file);

    assertThat(version.find()).isTrue();
    assertThat(Model.load(file).provenance().lamina()).hasValue(version.group(1));
  }
}
