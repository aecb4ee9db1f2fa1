package dev.lamina.training.listener;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the two streams that a program is started with, {@code System.out} and {@code
 * System.err}, and of any other stream.
 */
final class StandardStream {

  private StandardStream() {}

  /**
   * Whether the stream is a terminal that understands escape codes.
   *
   * <p>{@code System.console()} does not say so: on JDK 22 to 24 it is there without a terminal,
   * and on others it is missing on a terminal where the input comes from a file.
   */
  static boolean isTerminal(PrintStream stream) {
    return understandsEscapeCodes(System.getenv("TERM"))
        && ((stream == System.out && isTerminal(1)) || (stream == System.err && isTerminal(2)));
  }

  /** Until JDK 18 a stream does not tell its charset. */
  static Charset charset(PrintStream stream) {
    if (stream == System.out) {
      return charset("stdout.encoding");
    }
    return stream == System.err ? charset("stderr.encoding") : Charset.defaultCharset();
  }

  private static Charset charset(String property) {
    // The second is that of JDK 17 and 18, which set it on terminals only.
    return Stream.of(System.getProperty(property), System.getProperty("sun." + property))
        .filter(Objects::nonNull)
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .findFirst()
        .orElseGet(Charset::defaultCharset);
  }

  private static boolean understandsEscapeCodes(String type) {
    return Optional.ofNullable(type).filter(name -> !name.equals("dumb")).isPresent();
  }

  /** Asks the {@code test} of POSIX, which is given the same streams. */
  private static boolean isTerminal(int descriptor) {
    try {
      Process test =
          new ProcessBuilder("test", "-t", String.valueOf(descriptor)).inheritIO().start();
      return test.waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
