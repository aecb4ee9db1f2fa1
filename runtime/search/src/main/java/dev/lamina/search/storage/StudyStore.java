package dev.lamina.search.storage;

import dev.lamina.search.trial.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One study where it is kept, for use by several threads; several processes may have it open.
 *
 * <p>What a method wrote is there after the process fails, and the end of a trial, with all that
 * was written before, after the machine does: trials that were begun since are chosen anew, and are
 * the same. All methods throw {@link java.io.UncheckedIOException} where the place cannot be read
 * or written: those of Lamina a {@link StorageException}.
 */
public interface StudyStore extends AutoCloseable {

  /** All trials as they are now, whichever process wrote them, in the order of their numbers. */
  List<TrialRecord> trials();

  /**
   * Lets this decide, while nobody else can claim a trial, which one is claimed, and writes it
   * down: a new one, whose number is that of trials so far, or one that is taken over or released.
   *
   * @param decision from all trials as they are to the claimed one, or none; a storage that lost
   *     its connection asks again
   * @return what was decided
   */
  Optional<TrialRecord> claim(Function<List<TrialRecord>, Optional<TrialRecord>> decision);

  /**
   * Writes down a report, a sign of life, or the end of a trial: what is newer in this record than
   * in what is kept.
   *
   * @return whether the trial is still this worker's; if not, nothing is written
   */
  boolean update(TrialRecord trial);

  @Override
  void close();
}
