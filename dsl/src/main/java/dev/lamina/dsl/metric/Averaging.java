package dev.lamina.dsl.metric;

import java.util.Locale;

/** How figures of several classes become one, as in scikit-learn. */
public enum Averaging {
  /** The mean over classes: each class counts the same, however rare. */
  MACRO,
  /** One figure of all decisions of all classes together. */
  MICRO,
  /** The mean over classes, each as often as it is the right one. */
  WEIGHTED;

  /** Its name in tables, such as {@code macro}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
