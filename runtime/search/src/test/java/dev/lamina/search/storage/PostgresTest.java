package dev.lamina.search.storage;

import static dev.lamina.search.storage.StorageContract.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lamina.search.trial.TrialRecord;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
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
