package dev.lamina.dsl.metric;

/** Which data a metric is measured on. */
public enum DataPart {
  /** The samples that the network learns from, as it saw them while it learned. */
  TRAINING("training", ""),
  /** Samples kept apart, measured after each epoch. */
  VALIDATION("validation", "val_");

  private final String word;
  private final String prefix;

  DataPart(String word, String prefix) {
    this.word = word;
    this.prefix = prefix;
  }

  /** The factory of monitors on this part: {@code training} or {@code validation}. */
  public String word() {
    return word;
  }

  /** What precedes a metric's name in tables, as in Keras: nothing, or {@code val_}. */
  public String prefix() {
    return prefix;
  }
}
