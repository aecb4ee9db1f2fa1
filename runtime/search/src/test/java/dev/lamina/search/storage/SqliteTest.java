package dev.lamina.search.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest implements LastingStorageContract {

  @TempDir private Path folder;

  @Override
  public Storage storage() {
    return Storages.database("jdbc:sqlite:" + folder.resolve("studies.db"));
  }
}
