package dev.lamina.training.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private static final String FULL = "━".repeat(20);

  private final Screen.Output output = new Screen.Output();

  @Test
  void aFileGetsTwoLinesForEachEpoch() {
    Script script = Script.inLines(100, 4, output.stream());

    twoEpochs(script);

    assertThat(output.text())
        .isEqualTo(
            """
            Epoch 1/100
            4/4 ━━━━━━━━━━━━━━━━━━━━ 0s 23ms/step - accuracy: 0.6100 - loss: 0.6458\
             - val_accuracy: 0.6000 - val_loss: 0.7082
            Epoch 2/100
            4/4 ━━━━━━━━━━━━━━━━━━━━ 1s 200ms/step - accuracy: 0.6250 - loss: 0.6400\
             - val_accuracy: 0.5900 - val_loss: 0.7101
            """);
  }

  @Test
  void aTerminalShowsTheSameTwoLinesInTheEnd() {
    Script script = Script.onTerminal(100, 4, output.stream(), 120);

    twoEpochs(script);

    assertThat(Screen.after(output.text(), 120))
        .containsExactly(
            "Epoch 1/100",
            "4/4 "
                + FULL
                + " 0s 23ms/step - accuracy: 0.6100 - loss: 0.6458"
                + " - val_accuracy: 0.6000 - val_loss: 0.7082",
            "Epoch 2/100",
            "4/4 "
                + FULL
                + " 1s 200ms/step - accuracy: 0.6250 - loss: 0.6400"
                + " - val_accuracy: 0.5900 - val_loss: 0.7101",
            "");
  }

  @Test
  void aCharsetWithoutBarsGetsAsciiOnes() {
    Script script = Script.inLines(1, 1, output.stream(), StandardCharsets.ISO_8859_1);

    script.started();
    script.epoch(1);
    script.batch(1, 0, 0.7, 0.25);
    script.epochEnded(0, 0.7, 0.25);
    script.trainingEnded();

    assertThat(output.text())
        .isEqualTo(
            """
            Epoch 1/1
            1/1 ==================== 0s 0us/step - accuracy: 0.2500 - loss: 0.7000
            """);
  }

  @Test
  void anEpochThatDivergesEndsWithItsLineAsItWasLast() {
    Script terminal = Script.onTerminal(9, 4, output.stream(), 80);
    Screen.Output file = new Screen.Output();
    Script lines = Script.inLines(9, 4, file.stream());

    for (Script script : List.of(terminal, lines)) {
      script.started();
      script.epoch(1);
      script.batch(1, 40, 0.7, 0.25);
      script.batch(2, 40, 3e9, 0.5);
      script.trainingEnded();
    }

    String last = "2/4 ━━━━━━━━━━────────── 0s 40ms/step - accuracy: 0.5000 - loss: 3.0000e+09";
    assertThat(Screen.after(output.text(), 80)).containsExactly("Epoch 1/9", last, "");
    assertThat(file.text()).isEqualTo("Epoch 1/9\n" + last + "\n");
  }

  @Test
  void anEpochThatAnExceptionEndsKeepsItsLastLine() {
    Script terminal = Script.onTerminal(9, 4, output.stream(), 80);
    Screen.Output file = new Screen.Output();
    Script lines = Script.inLines(9, 4, file.stream());

    for (Script script : List.of(terminal, lines)) {
      script.started();
      script.epoch(1);
      script.batch(3, 40, 0.7, 0.25);
      script.trainingFailed();
      script.trainingFailed();
    }

    String last = "3/4 ━━━━━━━━━━━━━━━───── 0s 13ms/step - accuracy: 0.2500 - loss: 0.7000";
    assertThat(Screen.after(output.text(), 80)).containsExactly("Epoch 1/9", last, "");
    assertThat(file.text()).isEqualTo("Epoch 1/9\n" + last + "\n");
  }

  @Test
  void noThreadIsStarted() {
    Script script = Script.onTerminal(100, 4, output.stream(), 80);

    twoEpochs(script);

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("ProgressBar");
  }

  @Test
  void aStreamThatIsNoTerminalIsNotRedrawn() {
    Script automatic = Script.of(100, 4, ProgressBar.on(output.stream()));
    Script lines = Script.of(100, 4, ProgressBar.inLines(output.stream(), StandardCharsets.UTF_8));

    twoEpochs(automatic);
    twoEpochs(lines);

    assertThat(output.text()).doesNotContain("\u001b", "\r").hasLineCount(8);
  }

  @Test
  void aStreamThatIsSaidToBeATerminalIsRedrawn() {
    ProgressBar bar = ProgressBar.onTerminal(output.stream(), StandardCharsets.UTF_8, 30);
    Script script = Script.of(1, 3, bar);

    script.started();
    script.epoch(1);
    script.batch(1, 0, 0.5, 0.5);

    assertThat(Screen.after(output.text(), 30).get(1))
        .startsWith("1/3 ━━━━━━────────────── 0s ")
        .hasSize(29);
  }

  @Test
  void aTerminalWithoutColumnsIsRefused() {
    assertThatThrownBy(() -> ProgressBar.onTerminal(output.stream(), StandardCharsets.UTF_8, 0))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            """
            `ProgressBar.onTerminal(stream, UTF-8, 0)` is not valid: 1 problem.
              1. `columns` must be a whole number of at least 1 but is 0.
                 Fix: pass the width of the terminal, such as 80.""");
  }

  @Test
  void whatIsValidatedInTheMiddleOfAnEpochIsShownFromThenOn() {
    Script script = Script.onTerminal(1, 4, output.stream(), 120);

    script.started();
    script.epoch(1);
    script.batch(1, 100, 0.5, 0.5);
    script.validated(0.75);
    script.batch(2, 100, 0.25, 0.5);

    assertThat(Screen.after(output.text(), 120).get(1))
        .endsWith(" - accuracy: 0.5000 - loss: 0.2500 - val_loss: 0.7500");
  }

  private static void twoEpochs(Script script) {
    script.started();
    script.epoch(1);
    script.batch(1, 20, 0.7, 0.5);
    script.batch(2, 23, 0.69, 0.55);
    script.batch(3, 24, 0.67, 0.6);
    script.batch(4, 25, 0.6458, 0.61);
    script.epochEnded(0.14, 0.6458, 0.61, 0.7082, 0.6);
    script.epoch(2);
    script.batch(1, 200, 0.7, 0.5);
    script.batch(2, 200, 0.69, 0.55);
    script.batch(3, 200, 0.67, 0.6);
    script.batch(4, 200, 0.64, 0.625);
    script.epochEnded(1.2, 0.64, 0.625, 0.7101, 0.59);
    script.trainingEnded();
  }
}
