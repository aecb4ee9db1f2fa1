package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The tables of studies: which there are, and what each study is. */
final class StudyTables {

  private static final int VERSION = 1;

  private static final List<String> TABLES =
      List.of(
          "lamina_schema (version INTEGER NOT NULL)",
          "lamina_studies (study BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
              + " changes BIGINT NOT NULL)",
          "lamina_params (study BIGINT REFERENCES lamina_studies, place INTEGER,"
              + " name TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (study, place))",
          "lamina_goals (study BIGINT REFERENCES lamina_studies, place INTEGER,"
              + " goal TEXT NOT NULL, PRIMARY KEY (study, place))",
          "lamina_settings (study BIGINT REFERENCES lamina_studies, place INTEGER,"
              + " name TEXT NOT NULL, setting TEXT NOT NULL, PRIMARY KEY (study, place))",
          "lamina_trials (study BIGINT REFERENCES lamina_studies, trial INTEGER,"
              + " state TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, outcome TEXT,"
              + " detail TEXT, host TEXT NOT NULL, process BIGINT NOT NULL,"
              + " process_started BIGINT NOT NULL, worker TEXT NOT NULL, seen TEXT NOT NULL,"
              + " changed BIGINT NOT NULL, PRIMARY KEY (study, trial))",
          "lamina_choices (study BIGINT, trial INTEGER, place INTEGER, name TEXT NOT NULL,"
              + " choice DOUBLE PRECISION NOT NULL, PRIMARY KEY (study, trial, place),"
              + " FOREIGN KEY (study, trial) REFERENCES lamina_trials)",
          "lamina_values (study BIGINT, trial INTEGER, place INTEGER,"
              + " objective DOUBLE PRECISION NOT NULL, PRIMARY KEY (study, trial, place),"
              + " FOREIGN KEY (study, trial) REFERENCES lamina_trials)",
          "lamina_reports (study BIGINT, trial INTEGER, step INTEGER,"
              + " report DOUBLE PRECISION, PRIMARY KEY (study, trial, step),"
              + " FOREIGN KEY (study, trial) REFERENCES lamina_trials)");

  private final Sql sql;

  StudyTables(Sql sql) {
    this.sql = sql;
  }

  /**
   * Makes the tables where they are not there.
   *
   * @throws InvalidDescriptionException if there are those of another version of Lamina
   */
  void create() throws SQLException {
    sql.dialect().lockAll(sql.connection());
    for (String table : TABLES) {
      sql.execute("CREATE TABLE IF NOT EXISTS " + table);
    }
    List<Integer> versions = sql.query(row -> row.getInt(1), "SELECT version FROM lamina_schema");
    if (versions.isEmpty()) {
      sql.execute("INSERT INTO lamina_schema VALUES (?)", VERSION);
    } else if (versions.get(0) != VERSION) {
      throw new InvalidDescriptionException(
          "`database(...)`",
          List.of(
              new Problem(
                  "The tables",
                  "must be of version " + VERSION + " but are of version " + versions.get(0) + ".",
                  "use the version of Lamina that made them, or another database.")));
    }
  }

  /** The number of the study of this name, if there is one. */
  OptionalLong find(String name) throws SQLException {
    return sql
        .query(row -> row.getLong(1), "SELECT study FROM lamina_studies WHERE name = ?", name)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** Begins a study, and gives its number. */
  long begin(String name, StudyText text) throws SQLException {
    long study =
        sql.query(row -> row.getLong(1), "SELECT COALESCE(MAX(study), 0) + 1 FROM lamina_studies")
            .get(0);
    sql.execute("INSERT INTO lamina_studies VALUES (?, ?, 0)", study, name);
    insert("INSERT INTO lamina_params VALUES (?, ?, ?, ?)", study, text.params());
    int place = 0;
    for (String goal : text.goals()) {
      sql.execute("INSERT INTO lamina_goals VALUES (?, ?, ?)", study, place++, goal);
    }
    insert("INSERT INTO lamina_settings VALUES (?, ?, ?, ?)", study, text.settings());
    return study;
  }

  /** What a study is. */
  StudyText text(long study) throws SQLException {
    return new StudyText(
        texts("SELECT name, code FROM lamina_params WHERE study = ? ORDER BY place", study),
        sql.query(
            row -> row.getString(1),
            "SELECT goal FROM lamina_goals WHERE study = ? ORDER BY place",
            study),
        texts("SELECT name, setting FROM lamina_settings WHERE study = ? ORDER BY place", study));
  }

  private void insert(String command, long study, Map<String, String> texts) throws SQLException {
    int place = 0;
    for (Map.Entry<String, String> each : texts.entrySet()) {
      sql.execute(command, study, place++, each.getKey(), each.getValue());
    }
  }

  private Map<String, String> texts(String query, long study) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    sql.each(row -> texts.put(row.getString(1), row.getString(2)), query, study);
    return texts;
  }
}
