package dev.lamina.search.storage;

import dev.lamina.dsl.code.Code;
import dev.lamina.search.trial.StudyRecord;

/** Keeps studies in a database. */
final class Database implements Storage {

  private final String name;
  private final Transactions.Source source;

  /** A database of this name to people, without what nobody else should read. */
  Database(String name, Transactions.Source source) {
    this.name = name;
    this.source = source;
  }

  @Override
  public StudyStore open(StudyRecord study) {
    return DatabaseStore.open(name, source, study);
  }

  @Override
  public String toString() {
    return Code.call("database", name).toString();
  }
}
