package dev.lamina.samples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a sample prints where there is no terminal. */
final class Printed {

  private Printed() {}

  static String by(Sample sample) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
