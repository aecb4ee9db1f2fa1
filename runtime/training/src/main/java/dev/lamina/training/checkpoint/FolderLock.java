package dev.lamina.training.checkpoint;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.training.model.ModelFileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a folder of checkpoints for one training at a time, of this process and of others.
 *
 * <p>The operating system holds the lock on a file in the folder, and lets go of it when the
 * process ends, however that happens; the file stays, and says nothing.
 */
public final class FolderLock {

  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
  private static final String FILE = ".lock";

  private FolderLock() {}

  /**
   * The folders that trainings of this process write to: whoever closes a file loses the locks that
   * others in the process have on it, so that none of them may even open it.
   */
  private record Held(Set<Path> folders) {
    private static final Held PROCESS = new Held(ConcurrentHashMap.newKeySet());
  }

  /**
   * Does this while no other training writes to the folder of these checkpoints, if there are any.
   *
   * @throws InvalidDescriptionException if one does
   */
  public static <T> T during(Optional<Checkpoints> settings, Supplier<T> training) {
    return settings.isEmpty() ? training.get() : during(settings.get(), training);
  }

  private static <T> T during(Checkpoints settings, Supplier<T> training) {
    Path folder = made(settings.folder());
    if (!Held.PROCESS.folders().add(folder)) {
      throw taken(settings);
    }
    try (FileChannel channel = open(folder.resolve(FILE))) {
      if (!isLocked(channel, folder)) {
        throw taken(settings);
      }
      return training.get();
    } catch (IOException exception) {
      throw unwritable(folder, exception);
    } finally {
      Held.PROCESS.folders().remove(folder);
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException exception) {
      throw unwritable(folder, exception);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Closing the channel ends the lock. Some file systems have none: then nothing is kept apart. */
  private static boolean isLocked(FileChannel channel, Path folder) {
    boolean isInterrupted = Thread.interrupted(); // which would close the channel
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException exception) {
      return false; // of another class loader
    } catch (IOException exception) {
      LOG.warn(
          "Folder `{}` cannot be locked: let no other training write to it.", folder, exception);
      return true;
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static InvalidDescriptionException taken(Checkpoints settings) {
    return new InvalidDescriptionException(
        "`" + settings + "`",
        List.of(
            new Problem(
                "Folder `" + settings.folder() + "`",
                "must be of one training at a time, but another one is writing to it.",
                "wait for its end, or choose another folder.")));
  }

  private static ModelFileException unwritable(Path folder, IOException exception) {
    return ModelFileException.of(
        folder,
        "cannot be written: " + exception + ".",
        "choose a folder that this user may write to, with room left.",
        exception);
  }
}
