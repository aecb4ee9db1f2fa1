package dev.lamina.search.storage;

import dev.lamina.search.trial.StudyRecord;

/** A place where studies are kept. */
public interface Storage {

  /**
   * The study of this name, which is begun if there is none.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if there is one of this name that is
   *     another study, or if what is kept is none
   * @throws StorageException if the place cannot be read or written
   */
  StudyStore open(StudyRecord study);
}
