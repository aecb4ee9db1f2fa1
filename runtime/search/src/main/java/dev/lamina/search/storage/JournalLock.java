package dev.lamina.search.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock that is held by who reads and writes a journal: that of a file beside it, {@code
 * FILE.claims}. Not {@code FILE.lock}, which Optuna takes for a sign that somebody writes for as
 * long as it is there.
 */
final class JournalLock implements AutoCloseable {

  private static final long SHORTEST_PAUSE = 100_000;
  private static final long LONGEST_PAUSE = 5_000_000;

  private final Path path;
  private FileChannel channel;
  private OpenedFile opened;

  private JournalLock(Path path) throws IOException {
    this.path = path;
    this.channel = channel(path);
    this.opened = OpenedFile.at(path);
  }

  /** The one of this journal, which is there: the same one by whichever links it is reached. */
  static JournalLock of(Path journal) throws IOException {
    return new JournalLock(Path.of(journal.toRealPath() + ".claims"));
  }

  /** Waits until nobody else holds it; who is interrupted meanwhile is so afterwards. */
  FileLock acquire() throws IOException {
    FileLock held = awaited();
    while (!opened.isThere()) {
      // It looks like a file to tidy up. Others would lock the one that has taken its place.
      channel.close();
      channel = channel(path);
      opened = OpenedFile.at(path);
      held = awaited();
    }
    return held;
  }

  /** Closing any channel of a file ends all locks that this process has on it, hence the lock. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try {
      FileLock last = awaited();
      assert last.isValid() : "closing the channel releases it";
    } finally {
      channel.close();
    }
  }

  private FileLock awaited() throws IOException {
    boolean isInterrupted = Thread.interrupted(); // which would end the pauses
    try {
      long pause = SHORTEST_PAUSE;
      Optional<FileLock> held = tried();
      while (held.isEmpty()) {
        LockSupport.parkNanos(pause);
        isInterrupted |= Thread.interrupted();
        pause = Math.min(2 * pause, LONGEST_PAUSE);
        held = tried();
      }
      return held.get();
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Optional<FileLock> tried() throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldInThisProcess) {
      return Optional.empty();
    }
  }

  private static FileChannel channel(Path path) throws IOException {
    return new RandomAccessFile(path.toFile(), "rw").getChannel();
  }
}
