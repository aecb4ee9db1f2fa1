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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of one training, as files in a folder. */
public record CheckpointFolder(Checkpoints settings) {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
  private static final Pattern NAME = Pattern.compile("epoch-([0-9]{6,9})\\.lamina");

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

  /** Writes a checkpoint, and then deletes those that need not be kept any longer. */
  public void write(Model model, Engine engine, Standing standing) {
    Path folder = settings.folder();
    Path file = folder.resolve("epoch-%06d.lamina".formatted(standing.history().size()));
    try {
      Files.createDirectories(folder);
      WholeFile.deleteLeftovers(folder);
      Checkpoint.write(file, model, engine, standing, settings.retention());
      for (Path old : superfluous(standing.history())) {
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

  /** What is neither among the last nor among the best; epochs to come are left alone. */
  private List<Path> superfluous(History history) {
    NavigableMap<Integer, Path> files = checkpoints(settings.folder());
    List<Integer> epochs = List.copyOf(files.headMap(history.size(), true).keySet());
    List<Integer> kept = new ArrayList<>(last(epochs));
    settings.retention().best().ifPresent(best -> kept.addAll(best(best, epochs, history)));
    return epochs.stream().filter(epoch -> !kept.contains(epoch)).map(files::get).toList();
  }

  private List<Integer> last(List<Integer> epochs) {
    int count = Math.min(settings.retention().last(), epochs.size());
    return epochs.subList(epochs.size() - count, epochs.size());
  }

  /** The first of those with equal values; NaN is the worst. */
  private static List<Integer> best(Retention.Best best, List<Integer> epochs, History history) {
    List<Epoch> all = history.epochs();
    Comparator<Integer> byValue =
        (one, other) -> {
          double value = all.get(one - 1).value(best.monitor());
          double reference = all.get(other - 1).value(best.monitor());
          return best.monitor().metric().goal().compare(value, reference);
        };
    return epochs.stream().sorted(byValue).limit(best.count()).toList();
  }

  /** The files by the epochs in their names. */
  private static NavigableMap<Integer, Path> checkpoints(Path folder) {
    NavigableMap<Integer, Path> found = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Matcher name = NAME.matcher(file.getFileName().toString());
          if (name.matches()) {
            found.put(Integer.valueOf(name.group(1)), file);
          }
        }
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
