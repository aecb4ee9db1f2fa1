package dev.lamina.training.checkpoint;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.file.WholeFile;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of one training, as files in a folder. */
public record CheckpointFolder(Checkpoints settings) {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);

  /**
   * Demands a folder for a training that starts anew.
   *
   * @throws InvalidDescriptionException if it holds checkpoints, which would get lost
   */
  public static void requireUnused(Checkpoints settings) {
    Path folder = settings.folder();
    if (!checkpoints(folder).isEmpty()) {
      throw invalid(
          settings.toString(),
          folder,
          "holds checkpoints of another training.",
          "go on with that, `resume(folder, split)`, or choose another folder.");
    }
  }

  /**
   * The newest checkpoint in a folder that is whole; those after it are named in a warning.
   *
   * @throws InvalidDescriptionException if there is none
   */
  public static Checkpoint newest(Path folder) {
    return newest(folder, LOG::warn);
  }

  /** The same, where something else hears of those that are not whole. */
  static Checkpoint newest(Path folder, Consumer<String> warnings) {
    List<Path> newestFirst = List.copyOf(checkpoints(folder).descendingMap().values());
    if (newestFirst.isEmpty()) {
      throw invalid(
          "resume(folder, split)",
          folder,
          "holds no checkpoint.",
          "train with `.checkpoints(Checkpoints.in(folder))` first.");
    }
    List<String> refusals = new ArrayList<>();
    for (Path file : newestFirst) {
      try {
        return Checkpoint.read(file);
      } catch (ModelFileException exception) {
        warnings.accept("A checkpoint is passed over. " + exception.getMessage());
        refusals.add(exception.getMessage());
      }
    }
    throw invalid(
        "resume(folder, split)",
        folder,
        "holds no checkpoint that is whole. " + String.join(System.lineSeparator(), refusals),
        "train anew, in another folder.");
  }

  /** Whether a checkpoint is to be written after so many epochs. */
  public boolean isDue(int epochs, boolean isOver) {
    return isOver || epochs % settings.retention().every() == 0;
  }

  /** Whether one is to be written within an epoch, after so many updates through all epochs. */
  public boolean isDueWithin(long updates) {
    OptionalInt every = settings.retention().everyUpdates();
    return every.isPresent() && updates % every.getAsInt() == 0;
  }

  /** Writes a checkpoint, and then deletes those that need not be kept any longer. */
  public void write(Model model, Engine engine, Standing standing) {
    Path folder = settings.folder();
    CheckpointName name = CheckpointName.of(standing);
    Path file = folder.resolve(name.toString());
    try {
      Files.createDirectories(folder);
      WholeFile.deleteLeftovers(folder);
      Checkpoint.write(file, model, engine, standing, settings.retention());
      for (Path old : superfluous(name, standing.history())) {
        Files.deleteIfExists(old);
      }
    } catch (IOException exception) {
      throw ModelFileException.of(
          file,
          "cannot be written: " + exception + ".",
          "choose a folder that this user may write to, with room left.",
          exception);
    }
  }

  /** What is neither among the last nor among the best; what is to come is left alone. */
  private List<Path> superfluous(CheckpointName newest, History history) {
    NavigableMap<CheckpointName, Path> files = checkpoints(settings.folder());
    List<CheckpointName> names = List.copyOf(files.headMap(newest, true).keySet());
    List<CheckpointName> kept = new ArrayList<>(last(names));
    settings.retention().best().ifPresent(best -> kept.addAll(best(best, names, history)));
    return names.stream().filter(name -> !kept.contains(name)).map(files::get).toList();
  }

  private List<CheckpointName> last(List<CheckpointName> names) {
    int count = Math.min(settings.retention().last(), names.size());
    return names.subList(names.size() - count, names.size());
  }

  /** The first of those with equal values; NaN is the worst. */
  private static List<CheckpointName> best(
      Retention.Best best, List<CheckpointName> names, History history) {
    List<Epoch> all = history.epochs();
    Comparator<CheckpointName> byValue =
        (one, other) -> {
          double value = all.get(one.epochs() - 1).value(best.monitor());
          double reference = all.get(other.epochs() - 1).value(best.monitor());
          return best.monitor().metric().goal().compare(value, reference);
        };
    return names.stream()
        .filter(name -> name.isWhole() && name.epochs() > 0)
        .sorted(byValue)
        .limit(best.count())
        .toList();
  }

  /** The files by their names. */
  private static NavigableMap<CheckpointName, Path> checkpoints(Path folder) {
    NavigableMap<CheckpointName, Path> found = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> CheckpointName.of(file).ifPresent(name -> found.put(name, file)));
      } catch (IOException exception) {
        throw new InvalidDescriptionException(
            "`" + folder + "`",
            List.of(
                new Problem(
                    "The folder", "cannot be read: " + exception + ".", "choose another one.")));
      }
    }
    return found;
  }

  private static InvalidDescriptionException invalid(
      String call, Path folder, String finding, String fix) {
    return new InvalidDescriptionException(
        "`" + new Code(call) + "`", List.of(new Problem("Folder `" + folder + "`", finding, fix)));
  }
}
