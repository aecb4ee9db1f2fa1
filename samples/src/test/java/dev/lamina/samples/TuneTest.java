package dev.lamina.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TuneTest {

  @Test
  void theSampleSaysHowItProceedsAndWhatItFound() throws Exception {
    String printed = Printed.by(new Tune(4));

    assertThat(printed)
        .containsPattern("3/4 \\d+s left - best 0\\.\\d+ \\(trial \\d\\)")
        .containsPattern("4/4 in \\d+s - best 0\\.\\d+ \\(trial \\d\\) - TRIALS_DONE")
        .containsPattern("best: trial \\d: 0\\.\\d+, width \\d+, depth \\d, dropout 0\\.")
        .contains("as code: experiment(sequential(input(64), stack(");
    String accuracy = printed.replaceAll("(?s).*test accuracy (\\d\\.\\d{4})\\R.*", "$1");
    assertThat(Double.parseDouble(accuracy)).isGreaterThanOrEqualTo(0.7);
    Path folder = Path.of(System.getProperty("samples.output", "."));
    assertThat(Files.readAllLines(folder.resolve("tune.csv"))).hasSize(5);
    assertThat(Files.readString(folder.resolve("tune.html"))).contains("id=\"parallel\"");
  }
}
