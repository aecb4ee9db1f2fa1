package dev.lamina.training.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class StandardStreamTest {

  @Test
  void anyOtherStreamIsNoTerminalAndHasTheDefaultCharset() {
    Screen.Output output = new Screen.Output();

    boolean terminal = StandardStream.isTerminal(output.stream());
    Charset charset = StandardStream.charset(output.stream());

    assertThat(terminal).isFalse();
    assertThat(charset).isEqualTo(Charset.defaultCharset());
  }
}
