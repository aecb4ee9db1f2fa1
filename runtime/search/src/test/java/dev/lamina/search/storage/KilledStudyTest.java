package dev.lamina.search.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lamina.search.storage.SteppingStudy.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Processes work on one study, are killed at any moment, and the study is that of one process which
 * nobody disturbed.
 */
@Timeout(300)
class KilledStudyTest {

  private static final int LONGEST_MILLISECONDS = 150;

  @TempDir private Path folder;

  @Test
  void threeKillsChangeNothingInAJournal() throws Exception {
    killedSoOften(3, Kind.CLIMBING, 2, journal().toString());

    assertThat(endsOfTrials()).hasSize(130).allSatisfy((trial, ends) -> assertThat(ends).isOne());
  }

  @Test
  void threeKillsChangeNothingInADatabase() throws Exception {
    killedSoOften(3, Kind.ESTIMATOR, 2, sqlite());
  }

  @ParameterizedTest
  @CsvSource({"CLIMBING, 2", "ESTIMATOR, 1", "ESTIMATOR, 2", "EVOLUTION, 1", "EVOLUTION, 2"})
  @Tag("soak")
  @Timeout(1200)
  void twentyKillsChangeNothingInAJournal(Kind kind, int workers) throws Exception {
    killedSoOften(20, kind, workers, journal().toString());

    assertThat(endsOfTrials()).hasSize(640).allSatisfy((trial, ends) -> assertThat(ends).isOne());
  }

  @Test
  @Tag("soak")
  @Timeout(1200)
  void twentyKillsChangeNothingInADatabase() throws Exception {
    killedSoOften(20, Kind.ESTIMATOR, 2, sqlite());
  }

  @Test
  void threeProcessesDoTheSameTrialsInAJournalAsOne() throws Exception {
    threeProcesses(journal().toString());

    assertThat(endsOfTrials()).hasSize(60).allSatisfy((trial, ends) -> assertThat(ends).isOne());
  }

  @Test
  void threeProcessesDoTheSameTrialsInSqliteAsOne() throws Exception {
    threeProcesses(sqlite());
  }

  @Test
  void threeProcessesDoTheSameTrialsInPostgresAsOne() throws Exception {
    assumeThat(PostgresServer.programs()).as("whether PostgreSQL is installed").isPresent();

    try (PostgresServer server = PostgresServer.start()) {
      threeProcesses(server.newDatabase());
    }
  }

  private static void killedSoOften(int times, Kind kind, int workers, String place)
      throws Exception {
    SplittableRandom random = new SplittableRandom(times);
    int trials = 40 + 30 * times;

    for (int kill = 0; kill < times; kill++) {
      try (StudyProcess process = start(place, kind, trials, workers, 4)) {
        boolean isOver = process.awaitWork().endsWithin(random.nextInt(LONGEST_MILLISECONDS));
        assertThat(isOver).as("whether it ended before kill %d", kill).isFalse();
        process.kill();
      }
    }
    try (StudyProcess last = start(place, kind, trials, workers, 0)) {
      assertThat(last.lines()).isEqualTo(undisturbed(kind, trials));
    }
  }

  private static void threeProcesses(String place) throws Exception {
    try (StudyProcess first = start(place, Kind.CLIMBING, 60, 1, 2);
        StudyProcess second = start(place, Kind.CLIMBING, 60, 2, 1);
        StudyProcess third = start(place, Kind.CLIMBING, 60, 1, 3)) {
      List<String> expected = undisturbed(Kind.CLIMBING, 60);

      assertThat(first.lines()).isEqualTo(expected);
      assertThat(second.lines()).isEqualTo(expected);
      assertThat(third.lines()).isEqualTo(expected);
    }
  }

  private static StudyProcess start(
      String place, Kind kind, int trials, int workers, int milliseconds) throws IOException {
    return StudyProcess.start(SteppingStudy.class, place, kind, trials, workers, milliseconds);
  }

  private static List<String> undisturbed(Kind kind, int trials) {
    return SteppingStudy.printed(
        SteppingStudy.run(Storages.inMemory(), kind, trials, 1, Duration.ZERO));
  }

  /** How often each trial was ended: once that it was, nobody may do it again. */
  private Map<Integer, Integer> endsOfTrials() throws IOException {
    JsonMapper mapper =
        JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    Map<Integer, Integer> ends = new HashMap<>();
    for (String line : Files.readAllLines(journal())) {
      JsonNode entry = mapper.readTree(line);
      if (entry.has("datetime_complete")) {
        ends.merge(entry.get("trial_id").intValue(), 1, Integer::sum);
      }
    }
    return ends;
  }

  private Path journal() {
    return folder.resolve("study.log");
  }

  private String sqlite() {
    return "jdbc:sqlite:" + folder.resolve("studies.db");
  }
}
