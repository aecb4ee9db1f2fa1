package dev.lamina.search.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalLockTest {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @TempDir private Path folder;

  @BeforeEach
  void makeJournal() throws IOException {
    Files.createFile(journal());
  }

  @AfterEach
  void endThread() {
    thread.shutdown();
  }

  @Test
  void whoComesByALinkWaitsForTheOthers() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.log"), journal());

    try (JournalLock one = JournalLock.of(journal());
        JournalLock other = JournalLock.of(link)) {
      assertWaits(other, one);
      assertWaits(one, other);
    }
  }

  @Test
  void whoeverDeletesItsFileLetsNobodyPass() throws Exception {
    try (JournalLock one = JournalLock.of(journal())) {
      Files.delete(folder.resolve("study.log.claims"));

      try (JournalLock other = JournalLock.of(journal())) {
        assertWaits(other, one);
        assertWaits(one, other);
      }
    }
  }

  /** The second one gets the lock when the first one no longer has it, and not before. */
  private void assertWaits(JournalLock second, JournalLock first) throws Exception {
    Future<Boolean> got;
    try (FileLock held = first.acquire()) {
      got = thread.submit(() -> isAcquired(second));
      assertThat(held.isValid()).isTrue();
      assertThat(isOver(got)).as("whether it passed a lock that is held").isFalse();
    }
    assertThat(got.get()).isTrue();
  }

  private static boolean isAcquired(JournalLock lock) throws IOException {
    try (FileLock held = lock.acquire()) {
      return held.isValid();
    }
  }

  private static boolean isOver(Future<Boolean> got)
      throws ExecutionException, InterruptedException {
    try {
      return got.get(100, TimeUnit.MILLISECONDS);
    } catch (TimeoutException waiting) {
      return false;
    }
  }

  private Path journal() {
    return folder.resolve("study.log");
  }
}
