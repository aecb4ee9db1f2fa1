package dev.lamina.search.storage;

import static dev.lamina.search.storage.StorageContract.STUDY;
import static dev.lamina.search.storage.StorageContract.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  @TempDir private Path folder;

  @Test
  void tablesOfAnotherVersionAreRefused() throws SQLException {
    Storages.database(url()).open(STUDY).close();
    execute("UPDATE lamina_schema SET version = 2");

    assertThatThrownBy(() -> Storages.database(url()).open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "`database(...)` is not valid: 1 problem.",
                "  1. The tables must be of version 1 but are of version 2.",
                "     Fix: use the version of Lamina that made them, or another database."));
  }

  @Test
  void aStudyThatWasDeletedMeanwhileIsMissed() throws SQLException {
    try (StudyStore store = Storages.database(url()).open(STUDY)) {
      execute("DELETE FROM lamina_studies");

      assertThatThrownBy(store::trials)
          .isInstanceOf(InvalidDescriptionException.class)
          .hasMessageContaining("somebody has deleted it");
    }
  }

  @Test
  void anAddressWithoutADriverIsNamedWithoutItsPassword() {
    Storage unknown = Storages.database("jdbc:nowhere://host/studies?password=secret");

    assertThatThrownBy(() -> unknown.open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "`database(\"jdbc:nowhere://host/studies\")` is not valid: 1 problem.",
                "  1. `url` must be the address of a database whose driver is on the class path but"
                    + " is \"jdbc:nowhere://host/studies\".",
                "     Fix: add `org.xerial:sqlite-jdbc` or `org.postgresql:postgresql`, or correct"
                    + " the address."));
    assertThat(unknown).hasToString("database(\"jdbc:nowhere://host/studies\")");
  }

  @Test
  void aClosedStudyWritesNothing() {
    StudyStore store = Storages.database(url()).open(STUDY);
    store.close();

    assertThatThrownBy(() -> claimed(store, 0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Database `" + url() + "` cannot be used: The study is closed.",
                "  Fix: use a study before it is closed."));
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws IOException {
    Files.writeString(folder.resolve("studies.db"), "epoch,loss and much more than that");

    assertThatThrownBy(() -> Storages.database(url()).open(STUDY))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Database `" + url() + "` cannot be used: [SQLITE_NOTADB]")
        .hasMessageContaining(System.lineSeparator() + "  Fix: give a file that is a SQLite");
  }

  @Test
  void aFolderThatIsMissingIsToBeMade() {
    String missing = "jdbc:sqlite:" + folder.resolve("missing").resolve("studies.db");

    assertThatThrownBy(() -> Storages.database(missing).open(STUDY))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Database `" + missing + "` cannot be used: [SQLITE_CANTOPEN]")
        .hasMessageContaining("in a folder that is there");
  }

  @Test
  void aServerThatDoesNotRunIsToBeStarted() throws IOException {
    String address = "jdbc:postgresql://127.0.0.1:" + freePort() + "/studies";

    assertThatThrownBy(() -> Storages.database(address + "?password=secret").open(STUDY))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Database `" + address + "` cannot be used: Connection to")
        .hasMessageContaining("  Fix: see to it that the server runs and can be reached")
        .hasMessageNotContaining("secret");
  }

  private static int freePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }

  private void execute(String command) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(command)).isEqualTo(1);
    }
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("studies.db");
  }
}
