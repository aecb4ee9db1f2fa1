package dev.lamina.search.storage;

/** What must fail before a change is forgotten. */
enum Durability {
  /** The process, or the server: for reports, which a trial that is done again gives again. */
  NONE,
  /**
   * The machine: for claims. Where all workers fail together, the next one chooses the same trial;
   * a server that fails alone must know of those that are at work.
   */
  SERVER,
  /** The disk: for what ends a trial. */
  DISK
}
