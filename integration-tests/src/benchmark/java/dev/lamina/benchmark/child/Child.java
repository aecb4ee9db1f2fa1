package dev.lamina.benchmark.child;

import dev.lamina.benchmark.work.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The program of a process that measures one system: reads what to do from its standard input, line
 * by line, and answers each line with one of its own; idle between them.
 *
 * <p>A line is a work and a number of seconds, such as {@code step-a 1.5}. An answer is {@code ok}
 * and the seconds that the work takes once, or {@code failed} and why.
 */
public final class Child {

  private Child() {}

  /** Takes the name of the system. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    // What libraries print must not be taken for an answer.
    System.setOut(System.err);
    Measuring measuring = new Measuring(Systems.subject(arguments[0]));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      answers.println(answer(measuring, line));
      answers.flush();
    }
    // Threads of native libraries would keep the process.
    System.exit(0);
  }

  private static String answer(Measuring measuring, String line) {
    String[] words = line.split(" ", -1);
    try {
      return "ok " + measuring.measure(Work.of(words[0]), Double.parseDouble(words[1]));
    } catch (RuntimeException exception) {
      exception.printStackTrace();
      return "failed " + exception.toString().lines().findFirst().orElseThrow();
    }
  }
}
