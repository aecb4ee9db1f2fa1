package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A study in a journal: all of it is in memory too, and each call reads what came since. */
final class JournalStore implements StudyStore {

  /** Of numbers that are not finite, Python writes the bare names. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final StudyRecord study;
  private final JournalFile file;
  private final JournalReplay replay;
  private final JournalEntries entries;

  private JournalStore(StudyRecord study, JournalFile file) {
    this.study = study;
    this.file = file;
    this.replay = new JournalReplay(study.name());
    this.entries = new JournalEntries(MAPPER, study);
  }

  static JournalStore open(Path path, StudyRecord study) {
    JournalStore store = new JournalStore(study, JournalFile.open(path, MAPPER));
    try {
      return store.file.exclusively(store::begun);
    } catch (RuntimeException refused) {
      store.close();
      throw refused;
    }
  }

  @Override
  public synchronized List<TrialRecord> trials() {
    return file.exclusively(
        () -> {
          readOn();
          return List.copyOf(replay.trials());
        });
  }

  @Override
  public synchronized Optional<TrialRecord> claim(
      Function<List<TrialRecord>, Optional<TrialRecord>> decision) {
    return file.exclusively(
        () -> {
          readOn();
          Optional<TrialRecord> claimed = decision.apply(List.copyOf(replay.trials()));
          claimed.ifPresent(trial -> write(begun(trial), false));
          return claimed;
        });
  }

  @Override
  public synchronized boolean update(TrialRecord trial) {
    return file.exclusively(
        () -> {
          readOn();
          boolean isOurs = TrialChanges.isOurs(replay.trials(), trial);
          if (isOurs) {
            TrialChanges changes = TrialChanges.between(replay.trials().get(trial.number()), trial);
            write(changed(trial, changes), changes.isDone());
          }
          return isOurs;
        });
  }

  @Override
  public synchronized void close() {
    file.close();
  }

  /** The same store, whose study is there. */
  private JournalStore begun() {
    file.read(replay::apply);
    if (!replay.isThere()) {
      write(List.of(entries.created(study)), true);
      file.syncName();
    }
    StudyText text = StudyText.of(study);
    Optional<StudyText> kept = replay.description();
    if (kept.isEmpty()) {
      requireEmpty();
      write(List.of(entries.described(replay.studyId(), text)), true);
    }
    kept.ifPresent(same -> text.requireSame(same, place()));
    return this;
  }

  /** A process may have ended before it said what the study is; then no trial has begun. */
  private void requireEmpty() {
    List<Integer> directions = study.goals().stream().map(JournalEntries::direction).toList();
    if (replay.isForeign() || !replay.directions().equals(directions)) {
      throw new InvalidDescriptionException(
          place(),
          List.of(
              new Problem(
                  "It",
                  "must be a study that Lamina has begun, but is one of another program.",
                  "give this search a name of its own with `named(...)`, or another file.")));
    }
  }

  private void readOn() {
    file.read(replay::apply);
    if (!replay.isThere()) {
      throw new InvalidDescriptionException(
          place(),
          List.of(
              new Problem(
                  "It",
                  "must be there while it is searched, but somebody has deleted it.",
                  "search anew.")));
    }
  }

  private String place() {
    return "Study `" + study.name() + "` in `" + file + "`";
  }

  private List<JsonNode> begun(TrialRecord trial) {
    int number = trial.number();
    return number == replay.trials().size()
        ? List.of(entries.begun(replay.studyId(), trial))
        : List.copyOf(entries.begunAnew(replay.id(number), trial));
  }

  private List<JsonNode> changed(TrialRecord trial, TrialChanges changes) {
    int id = replay.id(trial.number());
    List<JsonNode> lines = new ArrayList<>();
    if (changes.isReleased()) {
      lines.add(entries.released(id));
      return lines;
    }
    if (changes.isAnew()) {
      lines.addAll(entries.begunAnew(id, trial));
    }
    changes.reports().forEach((step, value) -> lines.add(entries.reported(id, step, value)));
    if (changes.isSeen() && !changes.isDone()) {
      lines.add(entries.seen(id, trial.claim().seen()));
    }
    if (changes.isDone()) {
      lines.addAll(entries.ended(id, trial));
    }
    return lines;
  }

  private void write(List<JsonNode> lines, boolean synced) {
    file.append(lines, synced);
    file.read(replay::apply);
  }
}
