package dev.lamina.search.storage;

import java.nio.file.Path;

/** Every place where studies are kept. */
public final class Storages {

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
}
