package dev.lamina.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneTest {

  @TempDir private Path folder;

  @Test
  void theSampleSaysHowItProceedsAndWhatItFound() throws Exception {
    String printed = Printed.by(new Tune(4, folder.resolve("study.log")));

    assertThat(printed)
        .containsPattern("3/4 [\\d:]+s? left - best 0\\.\\d+ \\(trial \\d\\)")
        .containsPattern("4/4 in [\\d:]+s? - best 0\\.\\d+ \\(trial \\d\\).* - TRIALS_DONE")
        .containsPattern("best: trial \\d: 0\\.\\d+, width \\d+, depth \\d, dropout 0\\.")
        .contains("as code: experiment(sequential(input(64), stack(stack(dense(");
    String accuracy = printed.replaceAll("(?s).*test accuracy (\\d\\.\\d{4})\\R.*", "$1");
    assertThat(Double.parseDouble(accuracy)).isGreaterThanOrEqualTo(0.7);
    assertThat(Files.readAllLines(Tune.file("tune.csv"))).hasSize(5);
    assertThat(Files.readString(Tune.file("tune.html"))).contains("id=\"parallel\"");
  }

  @Test
  void aSearchThatWasInterruptedGoesOnAsItWouldHave() {
    String printed = Printed.by(new TuneResume(4));

    assertThat(printed)
        .containsPattern("[123]/4 .*\\R[23]/4 in .* - CANCELLED")
        .containsPattern("(?m)^[23] trials were done before: the same trials, bit for bit$");
    assertThat(printed.lines().filter(line -> line.startsWith("trial "))).hasSize(4);
  }
}
