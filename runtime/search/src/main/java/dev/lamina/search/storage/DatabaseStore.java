package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A study in a database: all of it is in memory too, and each call reads what has changed. */
final class DatabaseStore implements StudyStore {

  private final String place;
  private final Transactions transactions;
  private final long study;
  private List<TrialRecord> known = List.of();
  private long knownChanges = -1;

  private DatabaseStore(String place, Transactions transactions, long study) {
    this.place = place;
    this.transactions = transactions;
    this.study = study;
  }

  static DatabaseStore open(String name, Transactions.Source source, StudyRecord record) {
    Transactions transactions = new Transactions(name, source);
    String place = "Study `" + record.name() + "` in `" + name + "`";
    try {
      long study = transactions.run(Durability.DISK, sql -> begin(sql, record, place));
      return new DatabaseStore(place, transactions, study);
    } catch (RuntimeException refused) {
      transactions.close();
      throw refused;
    }
  }

  @Override
  public synchronized List<TrialRecord> trials() {
    Seen seen = transactions.run(Durability.NONE, sql -> seen(new TrialTables(sql, study)));
    remember(seen);
    return known;
  }

  @Override
  public synchronized Optional<TrialRecord> claim(
      Function<List<TrialRecord>, Optional<TrialRecord>> decision) {
    Written written =
        transactions.run(
            Durability.SERVER,
            sql -> {
              TrialTables tables = new TrialTables(sql, study);
              Seen seen = seen(tables);
              Optional<TrialRecord> claimed = decision.apply(seen.trials());
              return claimed.isPresent()
                  ? write(tables, seen, claimed.get())
                  : new Written(seen, claimed);
            });
    remember(written.after());
    return written.trial();
  }

  @Override
  public synchronized boolean update(TrialRecord trial) {
    Written written =
        transactions.run(
            trial.state().isDone() ? Durability.DISK : Durability.NONE,
            sql -> {
              TrialTables tables = new TrialTables(sql, study);
              Seen seen = seen(tables);
              return TrialChanges.isOurs(seen.trials(), trial)
                  ? write(tables, seen, trial)
                  : new Written(seen, Optional.empty());
            });
    remember(written.after());
    return written.trial().isPresent();
  }

  @Override
  public synchronized void close() {
    transactions.close();
  }

  private static long begin(Sql sql, StudyRecord record, String place) throws SQLException {
    StudyTables tables = new StudyTables(sql);
    tables.create();
    StudyText text = StudyText.of(record);
    OptionalLong kept = tables.find(record.name());
    if (kept.isEmpty()) {
      return tables.begin(record.name(), text);
    }
    text.requireSame(tables.text(kept.getAsLong()), place);
    return kept.getAsLong();
  }

  /** What is remembered is not touched: a transaction may fail, and be tried once more. */
  private Seen seen(TrialTables tables) throws SQLException {
    long changes = tables.changes().orElseThrow(this::deleted);
    if (changes == knownChanges) {
      return new Seen(known, changes);
    }
    List<TrialRecord> trials = new ArrayList<>(known);
    tables.changedAfter(knownChanges).forEach(trial -> put(trials, trial));
    return new Seen(trials, changes);
  }

  private Written write(TrialTables tables, Seen seen, TrialRecord trial) throws SQLException {
    long changes = seen.changes() + 1;
    if (trial.number() == seen.trials().size()) {
      tables.insert(trial, changes);
    } else {
      TrialRecord kept = seen.trials().get(trial.number());
      tables.update(trial, TrialChanges.between(kept, trial), changes);
    }
    List<TrialRecord> trials = new ArrayList<>(seen.trials());
    put(trials, trial);
    return new Written(new Seen(trials, changes), Optional.of(trial));
  }

  private void remember(Seen seen) {
    known = seen.trials();
    knownChanges = seen.changes();
  }

  private static void put(List<TrialRecord> trials, TrialRecord trial) {
    if (trial.number() == trials.size()) {
      trials.add(trial);
    } else {
      trials.set(trial.number(), trial);
    }
  }

  private InvalidDescriptionException deleted() {
    return new InvalidDescriptionException(
        place,
        List.of(
            new Problem(
                "It",
                "must be there while it is searched, but somebody has deleted it.",
                "search anew.")));
  }

  /**
   * A study as a transaction sees it.
   *
   * @param trials all trials
   * @param changes how often it was changed
   */
  private record Seen(List<TrialRecord> trials, long changes) {

    /** Copies the list. */
    Seen {
      trials = List.copyOf(trials);
    }
  }

  /**
   * What a transaction has written.
   *
   * @param after the study then
   * @param trial what was written, if anything was
   */
  private record Written(Seen after, Optional<TrialRecord> trial) {}
}
