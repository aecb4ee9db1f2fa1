package dev.lamina.training.engine;

import java.util.List;

/**
 * A system property that has a value for a while, unless the user chose.
 *
 * @param name its name
 * @param value its value meanwhile
 * @param chosenBy the properties, this one and others, by each of which the user chose
 */
record SystemProperty(String name, String value, List<String> chosenBy) {

  /** A property that is set by its own name only. */
  static SystemProperty of(String name, String value) {
    return new SystemProperty(name, value, List.of(name));
  }

  /** Does the work with the property, and takes it back. */
  void during(Runnable work) {
    if (chosenBy.stream().anyMatch(each -> System.getProperty(each) != null)) {
      work.run();
      return;
    }
    System.setProperty(name, value);
    try {
      work.run();
    } finally {
      System.clearProperty(name);
    }
  }
}
