package dev.lamina.search.storage;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** Every place where studies are kept. */
public final class Storages {

  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** What takes connections may not be a server at all; an address that says another time wins. */
  private static final String LOGIN_SECONDS = "60";

  private Storages() {}

  /** Keeps a study until it is closed. */
  public static Storage inMemory() {
    return new InMemory();
  }

  /**
   * Keeps studies in a file, which is made if there is none; several processes may work on one.
   *
   * <p>It is in the journal format of Optuna: {@code
   * JournalStorage(JournalFileStorage("study.log"))} opens it in Python, while a search runs too. A
   * trial is on the disk when it begins and when it ends; what it reports meanwhile survives the
   * end of the process. A last line that was not written whole is cut off. Other studies in the
   * file stay as they are; programs that write in it without Lamina must not do so during a search.
   *
   * <p>A file {@code study.log.claims} beside it stays empty: who writes holds its lock, which
   * network file systems must support for workers on several machines.
   */
  public static Storage journal(Path file) {
    return new Journal(file);
  }

  /**
   * Keeps studies in a database, whose tables {@code lamina_...} are made if there are none;
   * several processes on several machines may work on one.
   *
   * <p>A claim locks the row of its study, which those of other studies don't wait for; SQLite
   * locks the whole file. A server that is started anew during a search is waited for, a minute.
   *
   * @param url its address, such as {@code jdbc:sqlite:studies.db} or {@code
   *     jdbc:postgresql://host/studies?user=me&password=...}; the driver, {@code
   *     org.xerial:sqlite-jdbc} or {@code org.postgresql:postgresql}, must be on the class path
   */
  public static Storage database(String url) {
    Requirement.of("database", url).present("url", url);
    String named = url.split("[?;]", 2)[0];
    return new Database(named, () -> connection(url, named));
  }

  /**
   * Keeps studies in a database that is reached by other means than an address; else as {@link
   * #database(String)}. A study that is open has one connection of it.
   */
  public static Storage database(DataSource source) {
    Requirement.of("database", source).present("source", source);
    return new Database(source.getClass().getSimpleName(), source::getConnection);
  }

  private static Connection connection(String url, String named) throws SQLException {
    boolean isKnown = DriverManager.drivers().anyMatch(driver -> accepts(driver, url));
    new Requirement(Code.call("database", named))
        .that(
            isKnown,
            "url",
            "the address of a database whose driver is on the class path",
            named,
            "add `org.xerial:sqlite-jdbc` or `org.postgresql:postgresql`, or correct the address");
    Properties settings = new Properties();
    if (url.startsWith(POSTGRESQL)) {
      settings.setProperty("loginTimeout", LOGIN_SECONDS);
    }
    return DriverManager.getConnection(url, settings);
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException refused) {
      return false;
    }
  }
}
