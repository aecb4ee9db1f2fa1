package dev.lamina.search.storage;

/** Every place where studies are kept. */
public final class Storages {

  private Storages() {}

  /** Keeps a study until it is closed. */
  public static Storage inMemory() {
    return new InMemory();
  }
}
