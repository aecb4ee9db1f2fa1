package dev.lamina.dsl.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant where an unknown one came. */
public final class NearNames {

  private NearNames() {}

  /**
   * The known name with the smallest edit distance (Levenshtein 1966, case ignored) to the given
   * one, the first of several.
   *
   * <p>It is near if no more than two letters, or a third of the given ones, have to change, and at
   * least one stays.
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(given, name) <= tolerance(given, name))
        .min(Comparator.comparingInt(name -> distance(given, name)));
  }

  /** Says which names there are, the near one first where there is one. */
  public static String advice(String given, Collection<String> known) {
    if (known.isEmpty()) {
      return "there are none.";
    }
    String verb = known.size() == 1 ? "there is `" : "there are `";
    String all = verb + String.join("`, `", known) + "`.";
    return nearest(given, known)
        .map(name -> "did you mean `" + name + "`? In all " + all)
        .orElse(all);
  }

  private static int tolerance(String given, String name) {
    int allButOne = Math.max(given.length(), name.length()) - 1;
    return Math.min(allButOne, Math.max(2, given.length() / 3));
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int column = 0; column <= b.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= a.length(); row++) {
      above = nextRow(above, row, a.charAt(row - 1), b);
    }
    return above[b.length()];
  }

  private static int[] nextRow(int[] above, int row, char letter, String b) {
    int[] current = new int[above.length];
    current[0] = row;
    for (int column = 1; column < current.length; column++) {
      int replaced = above[column - 1] + (letter == b.charAt(column - 1) ? 0 : 1);
      int inserted = current[column - 1] + 1;
      int deleted = above[column] + 1;
      current[column] = Math.min(replaced, Math.min(inserted, deleted));
    }
    return current;
  }
}
