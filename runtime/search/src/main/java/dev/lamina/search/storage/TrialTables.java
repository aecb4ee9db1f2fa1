package dev.lamina.search.storage;

import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.search.trial.Worker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of the trials of one study, within one transaction. */
final class TrialTables {

  private final Sql sql;
  private final long study;

  TrialTables(Sql sql, long study) {
    this.sql = sql;
    this.study = study;
  }

  /** How often the study was changed, which nobody else does until the transaction ends. */
  Optional<Long> changes() throws SQLException {
    String query = "SELECT changes FROM lamina_studies WHERE study = ?" + sql.dialect().lock();
    return sql.query(row -> row.getLong(1), query, study).stream().findFirst();
  }

  /** The trials that were changed after so many changes, in the order of their numbers. */
  List<TrialRecord> changedAfter(long changes) throws SQLException {
    Map<Integer, Map<String, Double>> choices = choicesAfter(changes);
    Map<Integer, List<Double>> values = valuesAfter(changes);
    Map<Integer, SortedMap<Integer, Double>> reports = reportsAfter(changes);
    return sql.query(
        row ->
            trial(
                row,
                of(choices, row, new LinkedHashMap<>()),
                of(values, row, new ArrayList<>()),
                of(reports, row, new TreeMap<>())),
        "SELECT trial, state, started, ended, outcome, detail, host, process, process_started,"
            + " worker, seen FROM lamina_trials WHERE study = ? AND changed > ? ORDER BY trial",
        study,
        changes);
  }

  private Map<Integer, Map<String, Double>> choicesAfter(long changes) throws SQLException {
    Map<Integer, Map<String, Double>> choices = new HashMap<>();
    query(
        row -> of(choices, row, new LinkedHashMap<>()).put(row.getString(2), row.getDouble(3)),
        "SELECT t.trial, d.name, d.choice",
        "lamina_choices",
        changes);
    return choices;
  }

  private Map<Integer, List<Double>> valuesAfter(long changes) throws SQLException {
    Map<Integer, List<Double>> values = new HashMap<>();
    query(
        row -> of(values, row, new ArrayList<>()).add(row.getDouble(2)),
        "SELECT t.trial, d.objective",
        "lamina_values",
        changes);
    return values;
  }

  private Map<Integer, SortedMap<Integer, Double>> reportsAfter(long changes) throws SQLException {
    Map<Integer, SortedMap<Integer, Double>> reports = new HashMap<>();
    query(
        row -> of(reports, row, new TreeMap<>()).put(row.getInt(2), number(row, 3)),
        "SELECT t.trial, d.step, d.report",
        "lamina_reports",
        changes);
    return reports;
  }

  /** Adds a trial. */
  void insert(TrialRecord trial, long changes) throws SQLException {
    Claim claim = trial.claim();
    Worker worker = claim.worker();
    sql.execute(
        "INSERT INTO lamina_trials VALUES (?, ?, ?, ?, NULL, NULL, NULL, ?, ?, ?, ?, ?, ?)",
        study,
        trial.number(),
        trial.state().name(),
        trial.started().toString(),
        worker.host(),
        worker.process(),
        worker.started(),
        worker.id(),
        claim.seen().toString(),
        changes);
    int place = 0;
    for (Map.Entry<String, Double> choice : trial.choices().entrySet()) {
      sql.execute(
          "INSERT INTO lamina_choices VALUES (?, ?, ?, ?, ?)",
          study,
          trial.number(),
          place++,
          choice.getKey(),
          choice.getValue());
    }
    changed(changes);
  }

  /** Writes what is newer of a trial. */
  void update(TrialRecord trial, TrialChanges newer, long changes) throws SQLException {
    Claim claim = trial.claim();
    Worker worker = claim.worker();
    sql.execute(
        "UPDATE lamina_trials SET state = ?, started = ?, host = ?, process = ?,"
            + " process_started = ?, worker = ?, seen = ?, changed = ?"
            + " WHERE study = ? AND trial = ?",
        trial.state().name(),
        trial.started().toString(),
        worker.host(),
        worker.process(),
        worker.started(),
        worker.id(),
        claim.seen().toString(),
        changes,
        study,
        trial.number());
    if (newer.isAnew() || newer.isReleased()) {
      sql.execute(
          "DELETE FROM lamina_reports WHERE study = ? AND trial = ?", study, trial.number());
    }
    insertReports(trial.number(), newer.reports());
    if (newer.isDone()) {
      end(trial);
    }
    changed(changes);
  }

  private void insertReports(int trial, SortedMap<Integer, Double> reports) throws SQLException {
    for (Map.Entry<Integer, Double> report : reports.entrySet()) {
      sql.execute(
          "DELETE FROM lamina_reports WHERE study = ? AND trial = ? AND step = ?",
          study,
          trial,
          report.getKey());
      // SQLite has no NaN: it takes one for NULL.
      sql.execute(
          "INSERT INTO lamina_reports VALUES (?, ?, ?, ?)",
          study,
          trial,
          report.getKey(),
          report.getValue().isNaN() ? null : report.getValue());
    }
  }

  private void end(TrialRecord trial) throws SQLException {
    Outcome outcome = trial.outcome().orElseThrow();
    sql.execute(
        "UPDATE lamina_trials SET ended = ?, outcome = ?, detail = ?"
            + " WHERE study = ? AND trial = ?",
        trial.ended().orElseThrow().toString(),
        outcome.kind().name(),
        outcome.detail(),
        study,
        trial.number());
    int place = 0;
    for (Double value : trial.values()) {
      sql.execute(
          "INSERT INTO lamina_values VALUES (?, ?, ?, ?)", study, trial.number(), place++, value);
    }
  }

  private void changed(long changes) throws SQLException {
    sql.execute("UPDATE lamina_studies SET changes = ? WHERE study = ?", changes, study);
  }

  /** Rows of another table that belong to trials which were changed. */
  private void query(Sql.RowUse row, String columns, String table, long changes)
      throws SQLException {
    String query =
        columns
            + " FROM lamina_trials t JOIN "
            + table
            + " d ON d.study = t.study AND d.trial = t.trial"
            + " WHERE t.study = ? AND t.changed > ? ORDER BY t.trial, "
            + (table.equals("lamina_reports") ? "d.step" : "d.place");
    sql.each(row, query, study, changes);
  }

  /** The collection of the trial that is in the first column. */
  private static <T> T of(Map<Integer, T> all, ResultSet row, T empty) throws SQLException {
    return all.computeIfAbsent(row.getInt(1), first -> empty);
  }

  private static TrialRecord trial(
      ResultSet row,
      Map<String, Double> choices,
      List<Double> values,
      SortedMap<Integer, Double> reports)
      throws SQLException {
    Worker worker = new Worker(row.getString(7), row.getLong(8), row.getLong(9), row.getString(10));
    return new TrialRecord(
        row.getInt(1),
        TrialState.valueOf(row.getString(2)),
        choices,
        values,
        reports,
        outcome(row.getString(5), row.getString(6)),
        new Claim(worker, Instant.parse(row.getString(11))),
        Instant.parse(row.getString(3)),
        Optional.ofNullable(row.getString(4)).map(Instant::parse));
  }

  private static Optional<Outcome> outcome(String kind, String detail) {
    return Optional.ofNullable(kind).map(given -> new Outcome(Outcome.Kind.valueOf(given), detail));
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? Double.NaN : number;
  }
}
