package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What databases do each in their own way: begin a transaction that others wait for. */
enum Dialect {
  /** One file; one process writes at a time. */
  SQLITE("") {
    @Override
    void prepare(Connection connection) throws SQLException {
      connection.setAutoCommit(true);
      execute(connection, "PRAGMA busy_timeout = 60000", "PRAGMA journal_mode = WAL");
    }

    /** A transaction that is begun deferred could not wait for one that writes. */
    @Override
    void begin(Connection connection, Durability durability) throws SQLException {
      String synced = durability == Durability.DISK ? "FULL" : "NORMAL";
      execute(connection, "PRAGMA synchronous = " + synced, "BEGIN IMMEDIATE");
    }

    @Override
    void lockAll(Connection connection) {
      // Who has begun to write is alone.
    }

    @Override
    void commit(Connection connection) throws SQLException {
      execute(connection, "COMMIT");
    }

    @Override
    void rollback(Connection connection) throws SQLException {
      execute(connection, "ROLLBACK");
    }
  },

  /** A server; who works on a study holds the lock of its row. */
  POSTGRESQL(" FOR UPDATE") {
    /**
     * A machine that fails within a transaction would hold its locks for hours; a server that
     * fails, or its network, would be waited for as long.
     */
    @Override
    void prepare(Connection connection) throws SQLException {
      connection.setNetworkTimeout(Runnable::run, SILENCE_MILLISECONDS);
      connection.setAutoCommit(true);
      execute(connection, "SET idle_in_transaction_session_timeout = '5min'");
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    @Override
    void begin(Connection connection, Durability durability) throws SQLException {
      if (durability == Durability.NONE) {
        execute(connection, "SET LOCAL synchronous_commit = off");
      }
    }

    /** Two that make the same table at once would fail. */
    @Override
    void lockAll(Connection connection) throws SQLException {
      execute(connection, "SELECT pg_advisory_xact_lock(7236283)");
    }

    @Override
    void commit(Connection connection) throws SQLException {
      connection.commit();
    }

    @Override
    void rollback(Connection connection) throws SQLException {
      connection.rollback();
    }
  };

  private static final int SILENCE_MILLISECONDS = 5 * 60 * 1000;

  private final String lock;

  Dialect(String lock) {
    this.lock = lock;
  }

  /**
   * The dialect of this database.
   *
   * @throws InvalidDescriptionException if it is another one
   */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "SQLite" -> SQLITE;
      case "PostgreSQL" -> POSTGRESQL;
      default ->
          throw new InvalidDescriptionException(
              "`database(...)`",
              List.of(
                  new Problem(
                      "The database",
                      "must be SQLite or PostgreSQL but is " + product + ".",
                      "give the address of one of these, such as `jdbc:sqlite:study.db`.")));
    };
  }

  /** What follows a query whose row nobody else may lock until the transaction ends. */
  String lock() {
    return lock;
  }

  /** Makes a new connection ready. */
  abstract void prepare(Connection connection) throws SQLException;

  /**
   * Begins a transaction.
   *
   * @param durability what must not forget what it writes
   */
  abstract void begin(Connection connection, Durability durability) throws SQLException;

  /**
   * Waits until nobody else makes tables or studies, which nobody can until the transaction ends.
   */
  abstract void lockAll(Connection connection) throws SQLException;

  /** Ends a transaction. */
  abstract void commit(Connection connection) throws SQLException;

  /** Ends a transaction that wrote nothing then. */
  abstract void rollback(Connection connection) throws SQLException;

  private static void execute(Connection connection, String... commands) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
