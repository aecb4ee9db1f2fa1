package dev.lamina.search.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest implements LastingStorageContract {

  @TempDir private Path folder;

  @Override
  public Storage storage() {
    return Storages.journal(folder.resolve("new").resolve("study.log"));
  }

  @Test
  void printsAsTheCallThatMakesIt() {
    assertThat(Storages.journal(Path.of("a", "study.log")))
        .hasToString("journal(Path.of(\"a/study.log\"))");
  }
}
