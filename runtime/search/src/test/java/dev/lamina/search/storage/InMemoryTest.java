package dev.lamina.search.storage;

class InMemoryTest implements StorageContract {

  private final Storage storage = Storages.inMemory();

  @Override
  public Storage storage() {
    return storage;
  }
}
