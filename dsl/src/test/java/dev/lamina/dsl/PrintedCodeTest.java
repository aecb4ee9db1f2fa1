package dev.lamina.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintedCodeTest {

  private static final Map<String, Object> BUILT = new HashMap<>();

  @BeforeAll
  static void compileAllAtOnce(@TempDir Path folder)
      throws IOException, ReflectiveOperationException {
    List<String> texts = descriptions().map(Object::toString).distinct().toList();
    List<Object> values = new PrintedCode(folder).values(texts);
    for (int index = 0; index < texts.size(); index++) {
      BUILT.put(texts.get(index), values.get(index));
    }
  }

  static Stream<Object> descriptions() {
    return EveryWord.descriptions();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("descriptions")
  void aDescriptionPrintsTheCodeThatBuildsIt(Object description) {
    String printed = description.toString();

    Object built = BUILT.get(printed);

    assertThat(built).isEqualTo(description);
  }
}
