package dev.lamina.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Customers who never were: a file as a user may have it, with an id, a category and gaps. */
final class Customers {

  private static final int COUNT = 1000;
  private static final long SEED = 7;

  private Customers() {}

  /** Young customers leave if they pay by the month, and others if their bill is high. */
  static Path write(Path file) {
    SplittableRandom random = new SplittableRandom(SEED);
    StringBuilder text = new StringBuilder("id,age,bill,plan,left\n");
    for (int id = 0; id < COUNT; id++) {
      int age = 18 + random.nextInt(60);
      double bill = 10 + 90 * random.nextDouble();
      boolean monthly = random.nextBoolean();
      boolean leaves = monthly && (age < 40 || bill > 80);
      text.append(
          String.format(
              Locale.ROOT,
              "c%d,%s,%.2f,%s,%s\n",
              id,
              id % 20 == 3 ? "" : age,
              bill,
              monthly ? "monthly" : "yearly",
              leaves ? "yes" : "no"));
    }
    try {
      return Files.writeString(file, text);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
