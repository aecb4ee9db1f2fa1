package dev.lamina.search.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands to a database within a transaction.
 *
 * @param connection the connection
 * @param dialect how the database locks
 */
record Sql(Connection connection, Dialect dialect) {

  /** What is made of a row. */
  @FunctionalInterface
  interface Row<T> {
    /** Reads the columns, which are counted from 1. */
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a command with these values for its question marks. */
  void execute(String command, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(command, values)) {
      statement.execute();
    }
  }

  /** What is done with a row. */
  @FunctionalInterface
  interface RowUse {
    /** Reads the columns, which are counted from 1. */
    void read(ResultSet row) throws SQLException;
  }

  /** Does this with each row that a query gives. */
  void each(RowUse use, String query, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(query, values);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        use.read(result);
      }
    }
  }

  /** All rows that a query gives. */
  <T> List<T> query(Row<T> row, String query, Object... values) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(result -> rows.add(row.read(result)), query, values);
    return rows;
  }

  private PreparedStatement prepared(String command, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(command);
    try {
      for (int each = 0; each < values.length; each++) {
        statement.setObject(each + 1, values[each]);
      }
      return statement;
    } catch (SQLException failed) {
      statement.close();
      throw failed;
    }
  }
}
