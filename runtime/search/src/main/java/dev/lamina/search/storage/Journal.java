package dev.lamina.search.storage;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.trial.StudyRecord;
import java.nio.file.Path;

/** Keeps studies in a journal file. */
record Journal(Path file) implements Storage {

  /** Checks that it is there. */
  Journal {
    Requirement.of("journal", file).present("file", file);
  }

  @Override
  public StudyStore open(StudyRecord study) {
    return JournalStore.open(file, study);
  }

  @Override
  public String toString() {
    return Code.call("journal", Code.call("Path.of", file.toString())).toString();
  }
}
