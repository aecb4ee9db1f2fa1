package dev.lamina.training.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressBarOnTerminalTest {

  private static final String FULL = "━".repeat(20);

  private final Screen.Output output = new Screen.Output();

  @Test
  void aTerminalIsRedrawnInPlace() {
    Script script = Script.onTerminal(3, 4, output.stream(), 80);

    script.started();
    script.epoch(1);
    script.batch(1, 1500, 0.7, 0.25);
    script.batch(2, 500, 0.65, 0.5);
    script.batch(3, 400, 0.6, 0.75);
    script.batch(4, 400, 0.55, 0.5);
    script.epochEnded(2.9, 0.55, 0.5);

    assertThat(output.text())
        .isEqualTo(
            "Epoch 1/3\n"
                + "\r1/4 ━━━━━─────────────── 4s 2s/step - accuracy: 0.2500 - loss: 0.7000\n"
                + "\u001b[1A\r"
                + "2/4 ━━━━━━━━━━────────── 2s 1s/step - accuracy: 0.5000 - loss: 0.6500"
                + "\u001b[1B\r\u001b[1A\r"
                + "3/4 ━━━━━━━━━━━━━━━───── 0s 800ms/step - accuracy: 0.7500 - loss: 0.6000"
                + "\u001b[1B\r\u001b[1A\r"
                + "4/4 ━━━━━━━━━━━━━━━━━━━━ 0s 700ms/step - accuracy: 0.5000 - loss: 0.5500"
                + "\u001b[1B\r\u001b[1A\u001b[2K\r"
                + "4/4 ━━━━━━━━━━━━━━━━━━━━ 3s 700ms/step - accuracy: 0.5000 - loss: 0.5500\n");
  }

  @Test
  void aShorterLineLeavesNothingOfALongerOne() {
    Script script = Script.onTerminal(1, 3, output.stream(), 90);

    script.started();
    script.epoch(1);
    script.batch(1, 998, 1e-4, 1e-5);
    script.batch(2, 3000, 0.5, 0.25);

    assertThat(Screen.after(output.text(), 90))
        .containsExactly(
            "Epoch 1/1",
            "2/3 ━━━━━━━━━━━━━─────── 1s 2s/step - accuracy: 0.2500 - loss: 0.5000",
            "");
  }

  @Test
  void aTerminalIsRedrawnTenTimesASecondAtMost() {
    Script script = Script.onTerminal(2, 500, output.stream(), 80);

    script.started();
    for (int epoch = 1; epoch <= 2; epoch++) {
      script.epoch(epoch);
      for (int batch = 1; batch <= 500; batch++) {
        script.batch(batch, 1, 0.7, 0.5);
      }
      script.epochEnded(0.5, 0.7, 0.5);
    }

    int redrawn = 10;
    int finished = 2;
    assertThat(output.text().split("/step", -1)).hasSize(redrawn + finished + 1);
  }

  @Test
  void aNarrowTerminalIsRedrawnInOneLineAndShowsTheEndOfAnEpochWhole() {
    Script script = Script.onTerminal(1, 4, output.stream(), 30);

    script.started();
    script.epoch(1);
    script.batch(1, 200, 0.7, 0.25);
    script.batch(2, 200, 0.65, 0.5);
    List<String> running = Screen.after(output.text(), 30);
    script.epochEnded(0.4, 0.65, 0.5);
    List<String> ended = Screen.after(output.text(), 30);

    assertThat(running).containsExactly("Epoch 1/1", "2/4 ━━━━━━━━━━────────── 0s 2", "");
    assertThat(ended)
        .containsExactly(
            "Epoch 1/1",
            "2/4 ━━━━━━━━━━────────── 0s 20",
            "0ms/step - accuracy: 0.5000 -",
            "loss: 0.6500",
            "");
  }

  @Test
  void aTerminalThatGetsNarrowerIsRedrawnNarrower() {
    AtomicInteger columns = new AtomicInteger(50);
    Script script = Script.onTerminal(1, 4, output.stream(), columns::get);

    script.started();
    script.epoch(1);
    script.batch(1, 200, 0.7, 0.25);
    List<String> wide = Screen.after(output.text(), 50);
    columns.set(20);
    script.batch(2, 200, 0.65, 0.5);

    assertThat(wide)
        .containsExactly("Epoch 1/1", "1/4 ━━━━━─────────────── 0s 200ms/step - accuracy", "");
    assertThat(output.text()).endsWith("\u001b[1A\r2/4 ━━━━━━━━━━─────\u001b[1B\r");
  }

  @Test
  void anEpochThatDivergesAtOnceHasNoLine() {
    Script terminal = Script.onTerminal(9, 4, output.stream(), 80);

    terminal.started();
    terminal.epoch(1);
    terminal.trainingEnded();

    assertThat(output.text()).isEqualTo("Epoch 1/9\n");
  }

  @Test
  void whatIsPrintedWhileAnEpochRunsStartsOnALineOfItsOwn() {
    Script script = Script.onTerminal(9, 4, output.stream(), 80);

    script.started();
    script.epoch(1);
    script.batch(1, 40, 0.7, 0.25);
    output.stream().println("Exception in thread \"main\"");
    output.stream().flush();

    assertThat(Screen.after(output.text(), 80))
        .containsExactly(
            "Epoch 1/9",
            "1/4 ━━━━━─────────────── 0s 40ms/step - accuracy: 0.2500 - loss: 0.7000",
            "Exception in thread \"main\"",
            "");
  }

  @Test
  void aTrainingThatFailedIsLeftAloneByTheNext() {
    Script script = Script.onTerminal(9, 1, output.stream(), 80);

    script.started();
    script.epoch(1);
    script.batch(1, 40, 0.7, 0.25);
    output.stream().println("failed");
    script.started();
    script.epoch(1);
    script.batch(1, 60, 0.6, 0.5);
    script.epochEnded(0.1, 0.6, 0.5);
    script.trainingEnded();

    assertThat(Screen.after(output.text(), 80))
        .containsExactly(
            "Epoch 1/9",
            "1/1 " + FULL + " 0s 40ms/step - accuracy: 0.2500 - loss: 0.7000",
            "failed",
            "Epoch 1/9",
            "1/1 " + FULL + " 0s 60ms/step - accuracy: 0.5000 - loss: 0.6000",
            "");
  }
}
