package dev.lamina.benchmark.child;

import dev.lamina.benchmark.lamina.DigitsSearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The program of a process that searches when it is told to: reads how many trials, and how many of
 * them at a time, such as {@code 24 2}, and answers each line with the trials in a second.
 */
public final class SearchRounds {

  private SearchRounds() {}

  /** Takes nothing that it needs. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    // What libraries print must not be taken for an answer.
    System.setOut(System.err);
    DigitsSearch search = DigitsSearch.load();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      answers.println(
          search.trialsPerSecond(Integer.parseInt(words[0]), Integer.parseInt(words[1])));
      answers.flush();
    }
    // Threads of native libraries would keep the process.
    System.exit(0);
  }
}
