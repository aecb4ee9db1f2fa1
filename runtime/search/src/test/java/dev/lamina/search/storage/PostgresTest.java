package dev.lamina.search.storage;

import static dev.lamina.search.storage.StorageContract.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lamina.search.trial.TrialRecord;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest implements LastingStorageContract {

  private PostgresServer server;
  private String url;

  @BeforeAll
  void startServer() throws IOException, InterruptedException {
    assumeThat(PostgresServer.programs()).as("whether PostgreSQL is installed").isPresent();
    server = PostgresServer.start();
  }

  @AfterAll
  void stopServer() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void makeDatabase() throws SQLException {
    url = server.newDatabase();
  }

  @Override
  public Storage storage() {
    return Storages.database(url);
  }

  @Test
  void aLostConnectionIsOpenedAgain() throws SQLException {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord first = claimed(store, 0);
      server.endConnections();

      assertThat(store.update(first.reported(1, 0.5))).isTrue();
      server.endConnections();
      TrialRecord second = claimed(store, 1);

      assertThat(store.trials()).containsExactly(first.reported(1, 0.5), second);
    }
  }

  @Test
  void aServerThatIsStartedAnewIsWaitedFor() throws Exception {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord first = claimed(store, 0);
      server.stop();
      CompletableFuture<TrialRecord> second =
          CompletableFuture.supplyAsync(() -> claimed(store, 1));

      assertThatThrownBy(() -> second.get(2, TimeUnit.SECONDS))
          .as("longer than one that was never there is tried for")
          .isInstanceOf(TimeoutException.class);
      server.startAgain();

      assertThat(second.get(20, TimeUnit.SECONDS).number()).isEqualTo(1);
      assertThat(store.trials()).containsExactly(first, second.join());
    }
  }

  @Test
  void aDatabaseThatIsMissingIsToBeCorrected() {
    String missing = url.replace("?", "missing?");

    assertThatThrownBy(() -> Storages.database(missing).open(STUDY))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot be used: FATAL: database \"")
        .hasMessageContaining("  Fix: give a database that is there, and a user who may connect");
  }

  @Test
  void aUserWhoMayNotMakeTablesIsToBeCorrected() throws SQLException {
    server.execute("CREATE ROLE guest LOGIN");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      // As it is by itself since PostgreSQL 15.
      statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }

    assertThatThrownBy(() -> Storages.database(url.replace("=lamina", "=guest")).open(STUDY))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot be used: ERROR: permission denied")
        .hasMessageContaining("a user who may connect to it and make tables.");
  }

  @Test
  void aServerThatFallsSilentIsNotWaitedForForEver() {
    try (Transactions transactions =
        new Transactions("studies", () -> DriverManager.getConnection(url))) {
      int milliseconds =
          transactions.run(Durability.NONE, sql -> sql.connection().getNetworkTimeout());

      assertThat(milliseconds).isPositive();
    }
  }

  @Test
  void aDataSourceGivesConnectionsToo() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);

    try (StudyStore store = Storages.database(source).open(STUDY)) {
      TrialRecord first = claimed(store, 0);

      assertThat(store.trials()).containsExactly(first);
    }
  }
}
