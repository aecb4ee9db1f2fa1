package dev.lamina.search.storage;

import dev.lamina.search.trial.StudyRecord;

/** Keeps a study until it is closed. */
record InMemory() implements Storage {

  @Override
  public StudyStore open(StudyRecord study) {
    return new MemoryStore();
  }

  @Override
  public String toString() {
    return "inMemory()";
  }
}
