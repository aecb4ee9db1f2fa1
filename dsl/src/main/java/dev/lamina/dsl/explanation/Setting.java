package dev.lamina.dsl.explanation;

/**
 * One value of a description.
 *
 * @param name its name, such as {@code kernel.initializer}
 * @param value the value, as code
 * @param origin who set it
 * @param dl4j what DL4J would have done
 */
public record Setting(String name, String value, Origin origin, String dl4j) {

  /** Who set a value. */
  public enum Origin {
    /** The user: the value is required, or differs from the default. */
    YOU("you"),
    /** Nobody: it is the default. */
    DEFAULT("default"),
    /** The other layers: it follows from them. */
    NETWORK("network");

    private final String word;

    Origin(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** A value that follows from the network around it. */
  public static Setting derived(String name, String value, String dl4j) {
    return new Setting(name, value, Origin.NETWORK, dl4j);
  }
}
