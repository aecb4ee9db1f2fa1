package dev.lamina.search.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on one connection, which is opened again where it was lost. */
final class Transactions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final int ATTEMPTS = 8;
  private static final long SHORTEST_PAUSE = 10_000_000;
  private static final long LONGEST_PAUSE = 1_000_000_000;

  /** A server may be started anew while a search runs. */
  private static final long RESTART = 60_000_000_000L;

  private static final int BUSY = 5;
  private static final int LOCKED = 6;

  private final String name;
  private final Source source;
  private Optional<Session> session = Optional.empty();
  private boolean wasOpened;
  private boolean closed;

  Transactions(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  /** Where connections come from. */
  @FunctionalInterface
  interface Source {
    /** A new connection. */
    Connection open() throws SQLException;
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it; where the transaction fails, once more. */
    T in(Sql sql) throws SQLException;
  }

  /** Does this whole or not at all; others are waited for, and lost connections opened again. */
  <T> T run(Durability durability, Work<T> work) {
    long failure = 0;
    long pause = SHORTEST_PAUSE;
    for (int attempt = 1; true; attempt++) {
      try {
        return attempt(durability, work);
      } catch (SQLException failed) {
        failure = attempt == 1 ? System.nanoTime() : failure;
        boolean isLost = isLost(failed);
        if (isLost) {
          drop();
        }
        boolean mayHelp =
            isLost
                ? System.nanoTime() - failure < patience()
                : isBusy(failed) && attempt < ATTEMPTS;
        if (closed || !mayHelp) {
          throw unusable(failed, isLost);
        }
        if (isLost && wasOpened && attempt == 1) {
          LOG.warn("Database `{}` was lost, it is tried again: {}", name, failed.getMessage());
        }
        LockSupport.parkNanos(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    drop();
  }

  /** What never was there is not waited for long, and who is interrupted cannot wait. */
  private long patience() {
    return wasOpened && !Thread.currentThread().isInterrupted() ? RESTART : LONGEST_PAUSE;
  }

  private <T> T attempt(Durability durability, Work<T> work) throws SQLException {
    Session current = session();
    Connection connection = current.connection();
    current.dialect().begin(connection, durability);
    boolean isDone = false;
    try {
      T result = work.in(new Sql(connection, current.dialect()));
      current.dialect().commit(connection);
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        rollback(current);
      }
    }
  }

  /** What was thrown before says more than that this fails too. */
  private void rollback(Session failed) {
    try {
      failed.dialect().rollback(failed.connection());
    } catch (SQLException lost) {
      drop();
    }
  }

  private Session session() throws SQLException {
    if (closed) {
      throw new SQLException("The study is closed");
    }
    if (session.isEmpty()) {
      session = Optional.of(opened());
      wasOpened = true;
    }
    return session.get();
  }

  private Session opened() throws SQLException {
    Connection connection = source.open();
    boolean isReady = false;
    try {
      Dialect dialect = Dialect.of(connection);
      dialect.prepare(connection);
      isReady = true;
      return new Session(connection, dialect);
    } finally {
      if (!isReady) {
        connection.close();
      }
    }
  }

  private StorageException unusable(SQLException failed, boolean isLost) {
    String opened =
        failed.getSQLState() == null
            ? "give a file that is a SQLite database, or a new one, in a folder that is there and"
                + " has room."
            : "give a database that is there, and a user who may connect to it and make tables.";
    String fix =
        isLost
            ? "see to it that the server runs and can be reached, or correct the address."
            : opened;
    String said = String.valueOf(failed.getMessage());
    return StorageException.of(
        "Database `" + name + "`",
        "cannot be used: " + said + (said.endsWith(".") ? "" : "."),
        closed ? "use a study before it is closed." : fix,
        new IOException(failed));
  }

  private void drop() {
    Optional<Session> dropped = session;
    session = Optional.empty();
    try {
      if (dropped.isPresent()) {
        dropped.get().connection().close();
      }
    } catch (SQLException lost) {
      // It is closed then, if not by us.
    }
  }

  /**
   * SQL says by the first two letters what kind of error it was: no connection, or none any more.
   */
  private static boolean isLost(SQLException failed) {
    String state = String.valueOf(failed.getSQLState());
    return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
  }

  private static boolean isBusy(SQLException failed) {
    String state = String.valueOf(failed.getSQLState());
    int code = failed.getErrorCode();
    return failed instanceof SQLTransientException
        || state.startsWith("40")
        || code == BUSY
        || code == LOCKED;
  }

  /**
   * An open connection.
   *
   * @param dialect how to speak to it
   */
  private record Session(Connection connection, Dialect dialect) {}
}
